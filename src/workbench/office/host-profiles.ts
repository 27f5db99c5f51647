/** The versions of Excel that the workbench can imitate. */
export type ProfileName = 'floor' | 'windows' | 'ltsc2024' | 'office2021' | 'web' | 'ipad';

/** A version of Excel: what it reports and which requirement sets it has. */
export interface HostProfile {
  name: ProfileName;
  /** Its name for people. */
  label: string;
  note: string;
  /** office.js's name for the platform. */
  platform: 'win32' | 'web' | 'ios';
  /** Excel's version as in Office.context.diagnostics. */
  version: string;
  /** Versions of requirement sets, whose names are in lower case. Versions are text, since as numbers 1.10 would equal 1.1. */
  sets: Readonly<Record<string, string>>;
}

/** The sets that office.js itself requires, and the Common API sets that every version of Excel has. */
const EVERYWHERE = {
  delayforcelledit: '1.1',
  dialogapi: '1.1',
  documentevents: '1.1',
  file: '1.1',
  matrixbindings: '1.1',
  richapiruntime: '1.1',
  richapiruntimeflag: '1.2',
  selection: '1.1',
  settings: '1.1',
  tablebindings: '1.1',
  textbindings: '1.1',
};

/** The undocumented set with office.js's part of custom functions. */
const FUNCTIONS = { customfunctions: '1.9' };

const DESKTOP = { addincommands: '1.1', dialogorigin: '1.1', ribbonapi: '1.2' };
const CURRENT = { dialogapi: '1.2', identityapi: '1.3', keyboardshortcuts: '1.1' };

/*
 * Versions as Microsoft lists them: ExcelApi (30 June 2026), CustomFunctionsRuntime and SharedRuntime (17 October 2025).
 * Excel for Mac has the sets of Microsoft 365 for Windows.
 */
const FIXED: readonly HostProfile[] = [
  {
    name: 'windows',
    label: 'Excel for Windows (Microsoft 365)',
    note: 'Version 2509: ExcelApi 1.20',
    platform: 'win32',
    version: '16.0.19231.20000',
    sets: { ...EVERYWHERE, ...DESKTOP, ...CURRENT, ...FUNCTIONS, excelapi: '1.20', customfunctionsruntime: '1.5', sharedruntime: '1.2' },
  },
  {
    name: 'ltsc2024',
    label: 'Office LTSC 2024',
    note: 'Bought once: ExcelApi 1.17',
    platform: 'win32',
    version: '16.0.17932.20000',
    sets: { ...EVERYWHERE, ...DESKTOP, ...FUNCTIONS, excelapi: '1.17', customfunctionsruntime: '1.3', sharedruntime: '1.1' },
  },
  {
    name: 'office2021',
    label: 'Office 2021',
    note: 'Bought once: ExcelApi 1.14',
    platform: 'win32',
    version: '16.0.14332.20000',
    sets: { ...EVERYWHERE, ...DESKTOP, ...FUNCTIONS, excelapi: '1.14', customfunctionsruntime: '1.3', sharedruntime: '1.1' },
  },
  {
    name: 'web',
    label: 'Excel on the web',
    note: "Excel's complete API; choosing from a cell's list raises no event",
    platform: 'web',
    version: '16.0.19231.20000',
    sets: {
      ...EVERYWHERE,
      ...DESKTOP,
      ...CURRENT,
      ...FUNCTIONS,
      excelapi: '1.21',
      excelapionline: '1.1',
      customfunctionsruntime: '1.5',
      sharedruntime: '1.2',
    },
  },
  {
    name: 'ipad',
    label: 'Excel on iPad',
    note: 'The pane alone: no functions, no ribbon buttons',
    platform: 'ios',
    version: '2.110.0.0',
    sets: { ...EVERYWHERE, dialogapi: '1.2', excelapi: '1.21' },
  },
];

/** All versions of Excel that the workbench can imitate. The first only has what the manifest requires. */
export function hostProfiles(manifest: string): HostProfile[] {
  return [floorOf(manifest), ...FIXED];
}

/** The version that is used unless another is chosen. */
export const DEFAULT_PROFILE: ProfileName = 'floor';

/** A version of Excel by name. */
export function hostProfile(manifest: string, name: ProfileName = DEFAULT_PROFILE): HostProfile {
  return hostProfiles(manifest).find((profile) => profile.name === name)!;
}

/** Whether a version of Excel has a requirement set in a version or higher. */
export function hasSet({ sets }: HostProfile, name: string, version: string): boolean {
  const held = sets[name.toLowerCase()];
  if (held === undefined) return false;
  const [major = 0, minor = 0] = held.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** The members that a version of Excel doesn't have, in lower case. */
export function missingMembers(profile: HostProfile, table: RequirementTable): ReadonlySet<string> {
  const beyond = Object.entries(table).filter(([, [set, version]]) => !hasSet(profile, set, version));
  return new Set(beyond.map(([member]) => member.toLowerCase()));
}

/** Whether a version of Excel runs custom functions. */
export const runsFunctions = (profile: HostProfile): boolean => hasSet(profile, 'CustomFunctionsRuntime', '1.1');

function floorOf(manifest: string): HostProfile {
  const asked = requirementsOf(manifest);
  const list = Object.entries(asked)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  const sets = Object.fromEntries(Object.entries(asked).map(([name, version]) => [name.toLowerCase(), version]));
  return {
    name: 'floor',
    label: 'Lowest supported',
    note: `Only what the manifest requires: ${list}`,
    platform: 'win32',
    version: '16.0.14332.20000',
    sets: { ...EVERYWHERE, ...('customfunctionsruntime' in sets ? FUNCTIONS : {}), ...sets },
  };
}

/** The requirement sets in a manifest, by name: those of the add-in and those of its ribbon and functions. */
export function requirementsOf(manifest: string): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const [tag] of manifest.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(?:\w+:)?Set\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    asked[attribute('Name')!] = attribute('MinVersion') ?? '1.1';
  }
  return asked;
}

/** The requirement set and version of each member, by 'Type.member'. */
export type RequirementTable = Readonly<Record<string, readonly [set: string, version: string]>>;

/** The part of office.js's window that a profile changes. */
interface OfficeWindow {
  OfficeExtension?: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  OSF?: { _OfficeAppFactory: { getHostInfo(): { hostPlatform: string } } };
  CustomFunctions?: { Error?: unknown; ErrorCode?: unknown };
}

/**
 * Makes a page's office.js follow a profile. Call it before the page connects to the workbook. office.js has a complete
 * table of requirements, but its check is off: its last line turns on `Utility._doApiNotSupportedCheck`, which nothing reads.
 */
export function keepToProfile(page: object, profile: HostProfile, checks = true): void {
  const { OfficeExtension, OSF, CustomFunctions } = page as OfficeWindow;
  if (!OfficeExtension || !OSF) throw new Error('office.js is not there yet.');
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = checks;
  // The page keeps the script and the channel of Excel on the web; only the platform that an add-in reads changes.
  OSF._OfficeAppFactory.getHostInfo().hostPlatform = profile.platform;
  // office.js for the iPad has neither.
  if (CustomFunctions && !runsFunctions(profile)) {
    delete CustomFunctions.Error;
    delete CustomFunctions.ErrorCode;
  }
}
