import type { Workbook } from '../grid/workbook';

/** Who the page believes it talks to. */
export interface HostIdentity {
  /** Fresh for every load: office.js caches document settings in the session under it. */
  conversationId: string;
  controlId: string;
  /** The origin of the page around the add-in. */
  hostUrl: string;
}

/** Flags of the handshake: 1 shared runtime, 2 custom functions. With the first alone custom functions never answer. */
const SHARED_RUNTIME_WITH_FUNCTIONS = 3;

/** The name the add-in's iframe must have for office.js to find its host. */
export function frameName({ conversationId, controlId, hostUrl }: HostIdentity, locale = 'en-US'): string {
  return JSON.stringify({
    baseFrameName: 'wb0',
    hostInfo: `Excel$Web$16.01$${locale}$telemetry$$disableLogging$${SHARED_RUNTIME_WITH_FUNCTIONS}`,
    xdmInfo: `${conversationId}|${controlId}|${hostUrl}`,
    serializerVersion: '1',
    flights: '[]',
  });
}

/** What this Excel says it can do. Versions are texts: as a number 1.10 would read as 1.1. */
export const REQUIREMENT_SETS: Record<string, string> = {
  addincommands: '1.3', customfunctions: '1.9', customfunctionsruntime: '1.5', delayforcelledit: '1.1', dialogapi: '1.2',
  dialogorigin: '1.1', documentevents: '1.1', excelapi: '1.17', excelapionline: '1.1', file: '1.1', identityapi: '1.3',
  keyboardshortcuts: '1.1', matrixbindings: '1.1', ribbonapi: '1.2', richapiruntime: '1.1', richapiruntimeflag: '1.2',
  selection: '1.1', settings: '1.1', sharedruntime: '1.2', tablebindings: '1.1', textbindings: '1.1',
};

/** Where the workbook seems to lie. */
export function documentUrl(name: string): string {
  return `https://workbench.example/${encodeURIComponent(name)}.xlsx`;
}

/** What office.js asks first: which host, which document, which abilities. */
export function appContext(book: Workbook, identity: HostIdentity, requirementSets: Record<string, string>): object {
  return {
    _id: '00000000-0000-4000-8000-000000000001',
    _appName: 16,
    _appVersion: '16.00',
    _appMinorVersion: 1,
    _appUILocale: 'en-US',
    _dataLocale: 'en-US',
    _docUrl: documentUrl(book.model.name),
    _clientMode: book.readOnly ? 0 : 1,
    _settings: [...book.documentSettings],
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'c0',
    _appInstanceId: identity.controlId,
    _requirementMatrix: JSON.stringify(requirementSets),
    _hostFullVersion: '16.0.18000.10000',
    _clientWindowHeight: 768,
    _clientWindowWidth: 1024,
    _addinName: 'Workbench add-in',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 2,
    _hostCustomMessage: '',
  };
}

