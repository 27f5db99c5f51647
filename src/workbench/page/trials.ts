import type { DateSystem } from '../grid/cell-value';
import { forgetNames } from '../grid/forget-names';
import type { OfficeHost } from '../office/office-host';
import type { Failing } from '../office/rich-api';
import type { Selected } from '../office/situations';
import type { Workbench } from '../workbench';

/** A switch for a hard case that happens in real Excel. */
export interface Trial {
  name: string;
  note: string;
  isOn(): boolean;
  set(on: boolean): void;
}

/** Cell-edit mode: on while someone types in a cell or while it's turned on. */
export class EditMode {
  forced = false;
  private typing = false;

  constructor(private readonly host: OfficeHost) {}

  type(isTyping: boolean): void {
    this.typing = isTyping;
    this.tell();
  }

  force(on: boolean): void {
    this.forced = on;
    this.tell();
  }

  private tell(): void {
    const editing = this.typing || this.forced;
    if (this.host.editing !== editing) this.host.editing = editing;
  }
}

const LATE_MS = 400;

/** Excel fails after it wrote cells once more. */
function stopAfterWriting(): Failing {
  let hasWritten = false;
  return ({ member }) => {
    if (hasWritten) return 'GeneralException';
    hasWritten = member === 'Range.formulas=' || member === 'Range.values=';
    return null;
  };
}

/** The hard cases that a user or a test can turn on. The date system applies to the whole workbook, so `restart` reopens it with the other one. */
export function trialsOf({ workbook, host, functions }: Workbench, editing: EditMode, restart: (dateSystem: DateSystem) => void): Trial[] {
  const { layout, sheets } = workbook;
  const { situations } = host.api;
  const selecting = (what: Selected, name: string, note: string): Trial => ({
    name,
    note,
    isOn: () => situations.selected === what,
    set: (on) => {
      situations.selected = on ? what : 'cells';
    },
  });
  return [
    {
      name: '1904 dates',
      note: 'Starts over with a workbook that counts days from 1904, as on an old Mac',
      isOn: () => workbook.dateSystem === 1904,
      set: (on) => restart(on ? 1904 : 1900),
    },
    {
      name: 'Cell-edit mode',
      note: 'As when someone types in a cell: the add-in is refused or has to wait',
      isOn: () => editing.forced,
      set: (on) => editing.force(on),
    },
    {
      name: 'Protect sheet',
      note: "The active sheet doesn't accept changes",
      isOn: () => layout.isProtected(sheets.active),
      set: (on) => (on ? layout.protect(sheets.active) : layout.unprotect(sheets.active)),
    },
    {
      name: 'Late answers',
      note: 'COOP cells first show #BUSY! or their old value, and no edit event arrives with the result',
      isOn: () => functions.lateMs > 0,
      set: (on) => {
        functions.lateMs = on ? LATE_MS : 0;
      },
    },
    {
      name: 'Unknown functions',
      note: 'As in a file opened before Excel knew the functions: COOP cells show #NAME? until you choose Recalculate co-op',
      isOn: () => false,
      set: (on) => {
        if (on) forgetNames(workbook, functions.namespace);
      },
    },
    {
      name: 'Protect workbook',
      note: "Sheets can't be added, deleted, renamed, or hidden",
      isOn: () => sheets.isStructureProtected,
      set: (on) => {
        sheets.isStructureProtected = on;
      },
    },
    {
      name: 'Another workbook in front',
      note: 'Anything that needs the focus fails, as in Excel for Windows and Mac',
      isOn: () => situations.isElsewhere,
      set: (on) => {
        situations.isElsewhere = on;
      },
    },
    selecting('chart', 'Chart selected', 'No cell is selected'),
    selecting('several areas', 'Several areas selected', 'As with Ctrl: no single range is selected'),
    selecting('chart sheet', 'Chart sheet in front', 'The sheet in front has no cells'),
    {
      name: 'From the Marketplace',
      note: "The add-in can't open its own pane",
      isOn: () => situations.isFromMarketplace,
      set: (on) => {
        situations.isFromMarketplace = on;
      },
    },
    {
      name: 'Stop while writing',
      note: "The next cells the add-in writes are written. After that, Excel doesn't respond",
      isOn: () => host.api.failing !== null,
      set: (on) => {
        host.api.failing = on ? stopAfterWriting() : null;
      },
    },
    {
      name: 'No permission',
      note: "The add-in can't read or write the workbook",
      isOn: () => host.permission === 'none',
      set: (on) => {
        host.permission = on ? 'none' : 'ReadWriteDocument';
      },
    },
  ];
}
