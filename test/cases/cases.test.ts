import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { cap } from '../../src/functions/cap';
import { claimby } from '../../src/functions/claimby';
import { deadline } from '../../src/functions/deadline';
import { earn } from '../../src/functions/earn';
import { earnrate } from '../../src/functions/earnrate';
import { eligible } from '../../src/functions/eligible';
import { intime } from '../../src/functions/intime';
import { paydate } from '../../src/functions/paydate';
import { period } from '../../src/functions/period';
import { qualifies } from '../../src/functions/qualifies';
import { split } from '../../src/functions/split';
import { stage } from '../../src/functions/stage';
import { threshold } from '../../src/functions/threshold';
import { usable } from '../../src/functions/usable';
import { playHost, show } from '../support/custom-functions';
import { CASES, formulaOf, REPORT } from './cases';
import { opened } from './sample-report';

const FUNCTIONS = {
  ACCRUED: accrued, CAP: cap, CLAIMBY: claimby, DEADLINE: deadline, EARN: earn, EARNRATE: earnrate, ELIGIBLE: eligible, INTIME: intime,
  PAYDATE: paydate, PERIOD: period, QUALIFIES: qualifies, SPLIT: split, STAGE: stage, THRESHOLD: threshold, USABLE: usable,
};

describe('worked cases through the cell path', () => {
  playHost('1.5');
  it.each(CASES.map((one) => ({ ...one, formula: formulaOf(one) })))('$id: $formula shows $gives ($why)', ({ call, args, gives }) => {
    const cells = args.map((arg) => (arg === REPORT ? opened() : arg));
    expect(show(FUNCTIONS[call as keyof typeof FUNCTIONS], ...cells)).toEqual(gives);
  });
});
