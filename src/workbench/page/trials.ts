import type { DateSystem } from '../grid/cell-value';
import type { Workbench } from '../workbench';

/** A hard case that a real Excel brings about, as a switch. */
export interface Trial {
  name: string;
  note: string;
  isOn(): boolean;
  set(on: boolean): void;
}

/** The hard cases a person or a test can switch on. The date system belongs to a whole workbook: `restart` opens one with the other. */
export function trialsOf({ workbook, host }: Workbench, restart: (dateSystem: DateSystem) => void): Trial[] {
  const { layout, sheets } = workbook;
  return [
    {
      name: '1904 dates',
      note: 'Starts again with a workbook that counts days from 1904, as from an old Mac',
      isOn: () => workbook.dateSystem === 1904,
      set: (on) => restart(on ? 1904 : 1900),
    },
    {
      name: 'Cell-edit mode',
      note: 'As while somebody types in a cell: the add-in is refused or has to wait',
      isOn: () => host.editing,
      set: (on) => {
        host.editing = on;
      },
    },
    {
      name: 'Protect sheet',
      note: 'The sheet that is shown takes no changes',
      isOn: () => layout.isProtected(sheets.active),
      set: (on) => (on ? layout.protect(sheets.active) : layout.unprotect(sheets.active)),
    },
    {
      name: 'No permission',
      note: 'The add-in may neither read nor write the workbook',
      isOn: () => host.permission === 'none',
      set: (on) => {
        host.permission = on ? 'none' : 'ReadWriteDocument';
      },
    },
  ];
}
