import { describe, expect, it } from 'vitest';
import { repairedFormula } from '../../../src/storage/excel/repaired-formula';

describe('repairedFormula', () => {
  it.each<[string, string | null]>([
    ['=_xldudf_COOP_SPLIT(A1)', '=COOP.SPLIT(A1)'],
    ['=_xldudf_coop_split(A1)', '=COOP.SPLIT(A1)'],
    ['=[2]!_xldudf_COOP_DEADLINE("FY25 H1","claims")', '=COOP.DEADLINE("FY25 H1","claims")'],
    ["='C:\\Users\\O''Neil\\add ins\\coop.xla'!_xldudf_COOP_CAP(B2)", '=COOP.CAP(B2)'],
    ["='[coop.xlam]Sheet 1'!_xldudf_COOP_CAP(B2)", '=COOP.CAP(B2)'],
    ['=coop.xlam!_xldudf_COOP_CAP(B2)', '=COOP.CAP(B2)'],
    ['=IF(A1="",0,[1]!_xldudf_COOP_SPLIT(A1)+_xldudf_COOP_SPLIT(A2))', '=IF(A1="",0,COOP.SPLIT(A1)+COOP.SPLIT(A2))'],
    ["='My sheet'!A1+_xldudf_COOP_SPLIT('My sheet'!A2)", "='My sheet'!A1+COOP.SPLIT('My sheet'!A2)"],
    ['=@_xldudf_COOP_SPLIT([@Amount])', '=@COOP.SPLIT([@Amount])'],
    ['=COOP.SPLIT(A1)', '=COOP.SPLIT(A1)'],
    ['="_xldudf_COOP_SPLIT(A1)"', null],
    ['="say ""_xldudf_COOP_SPLIT("&A1', null],
    ['=_xldudf_CONTOSO_ADD(1,2)', null],
    ['=MYCOOP.SPLIT(A1)', null],
    ['_xldudf_COOP_SPLIT(A1)', null],
    ['', null],
  ])('%s', (formula, expected) => expect(repairedFormula(formula)).toBe(expected));
});
