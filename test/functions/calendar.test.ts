import { expect, it } from 'vitest';
import { calendar } from '../../src/functions/calendar';
import { show } from '../support/custom-functions';

it('CALENDAR goes up to 40 halves', () => expect(show(calendar, 'FY20 H1', 40)).toHaveLength(41));
