import { expect, it } from 'vitest';
import { startExcel } from '../../support/excel-without-pane';
import { deskAt, WRITING_FLOWS } from '../../support/writing-flows';

const { workbench, inExcel, clear } = startExcel();

it('a format written to a cell leaves its formula, also where the formula looks at another table', async () => {
  workbench().host.fireRichApi = () => false;
  await clear();
  const desk = deskAt({
    type: (address, input) => workbench().set(address, input),
    select: (address) => workbench().select(address),
    act: inExcel,
  });
  await WRITING_FLOWS.find(({ name }) => name === 'a report after a plan')!.before(desk);
  const planned = await workbench().formulas("'Co-op funds'!I5");
  expect(planned[0]![0]).toMatch(/^=ROUND\(SUMIFS\(/);
  await inExcel(({ workbook }) => void (workbook.worksheets.getItem('Co-op funds').getRange('I5').numberFormat = [['0.0']]));
  expect(await workbench().formulas("'Co-op funds'!I5")).toEqual(planned);
});
