import { describe, expect, it, vi } from 'vitest';
import { Trouble, troubleOf } from '../../src/storage/trouble';

describe('troubleOf', () => {
  it.each([
    ['InvalidOperationInCellEditMode', 'editing'],
    ['AccessDenied', 'no permission'],
    ['ItemNotFound', 'gone'],
    ['ResponsePayloadSizeLimitExceeded', 'too large'],
    ['HostIsBusy', 'busy'],
    ['ApiNotFound', 'not supported'],
  ])('%s is %s, in one sentence or two', (code, kind) => {
    const trouble = troubleOf({ code, message: 'Something technical.' });
    expect(trouble.kind).toBe(kind);
    expect(trouble.message).toMatch(/^[A-Z].*\.$/);
    expect(trouble.message).not.toMatch(/technical/);
  });

  it('passes a Trouble on, and logs what it does not know', () => {
    const known = new Trouble('busy');
    expect(troubleOf(known)).toBe(known);
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(troubleOf(new TypeError('x')).kind).toBe('unknown');
    expect(troubleOf(undefined).kind).toBe('unknown');
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  });
});
