import { expect, it } from 'vitest';

// The runner sets TZ for each project. Were it set too late, three runs would prove what one does.
it('runs in the time zone its project is named after', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const march = new Date(2024, 2, 10).getTimezoneOffset();
  const expected: Record<string, number> = { UTC: 0, 'Pacific/Apia': -780, 'America/Sao_Paulo': 180 };
  expect(march).toBe(expected[process.env['TZ'] ?? ''] ?? march);
});
