import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { all, elementAt, readXml, type Element } from './support/manifest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const manifest = readXml(`${ROOT}manifest.xml`);
const overrides = elementAt(manifest, 'VersionOverrides');
const resources = elementAt(overrides, 'Resources');

/** Office reads elements in this order and calls a manifest invalid otherwise, without saying why. */
const ORDER: Record<string, string[]> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['GetStarted', 'SupportsSharedFolders', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  OfficeTab: ['Group'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'ToolTip', 'Supertip', 'Icon', 'Action', 'Enabled'],
  Supertip: ['Title', 'Description'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};
const CUSTOM_FUNCTIONS_ORDER = ['Script', 'Page', 'Metadata', 'Namespace'];

describe('manifest.xml', () => {
  const everything = descendants(manifest);

  it.each(Object.entries(ORDER))('keeps the order of elements in %s', (name, order) => {
    const found = all(manifest, name).filter(({ children }) => children.length > 0);
    expect(found.length).toBeGreaterThan(0);
    for (const { children } of found) {
      const places = children.map((child) => order.indexOf(child.name));
      expect(places, `a child of ${name} that Office does not know`).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('describes custom functions by script, page, metadata and namespace, in this order', () => {
    const point = all(manifest, 'ExtensionPoint').find((element) => element.attributes['type'] === 'CustomFunctions')!;
    expect(point.children.map(({ name }) => name)).toEqual(CUSTOM_FUNCTIONS_ORDER);
  });

  it('has a GUID of its own and the version of package.json', () => {
    expect(elementAt(manifest, 'Id').text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
    expect(elementAt(manifest, 'Version').text).toBe(`${version}.0`);
  });

  it('asks for a shared runtime only where its overrides are read, so that an iPad still gets the pane', () => {
    expect(all(elementAt(manifest, 'Requirements'), 'Set').map(({ attributes }) => attributes['Name'])).toEqual(['ExcelApi']);
    expect(all(elementAt(overrides, 'Requirements'), 'Set').map(({ attributes }) => attributes['Name'])).toEqual([
      'SharedRuntime',
      'CustomFunctionsRuntime',
    ]);
    expect(all(manifest, 'Runtime')[0]!.attributes).toMatchObject({ lifetime: 'long' });
  });

  it('lets the runtime, the page, the commands and the pane be one page', () => {
    const page = all(manifest, 'Runtime')[0]!.attributes['resid'];
    const others = [
      elementAt(all(manifest, 'Page')[0]!, 'SourceLocation'),
      all(manifest, 'FunctionFile')[0]!,
      elementAt(
        all(manifest, 'Action').find((element) => element.attributes['type'] === 'ShowTaskpane')!,
        'SourceLocation',
      ),
    ];
    expect(others.map(({ attributes }) => attributes['resid'])).toEqual([page, page, page]);
    expect(all(manifest, 'TaskpaneId'), 'a shared runtime has no TaskpaneId').toEqual([]);
    expect(elementAt(manifest, 'DefaultSettings', 'SourceLocation').attributes['DefaultValue']).toBe(valueOf(page!));
  });

  it('asks for no more than reading and writing this workbook', () => {
    expect(elementAt(manifest, 'Permissions').text).toBe('ReadWriteDocument');
  });

  it('names every resource once, in at most 32 characters, and uses every one', () => {
    const ids = resources.children.flatMap(({ children }) => children.map(({ attributes }) => attributes['id']!));
    const used = everything.map(({ attributes }) => attributes['resid']).filter((id) => id !== undefined);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
  });

  it('names every control once', () => {
    const ids = [...all(manifest, 'Group'), ...all(manifest, 'Control')].map(({ attributes }) => attributes['id']!);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.length).toBeGreaterThanOrEqual(4);
  });

  it('keeps short strings to 125 characters and long ones to 250', () => {
    for (const [list, most] of [
      ['ShortStrings', 125],
      ['LongStrings', 250],
    ] as const) {
      for (const { attributes } of elementAt(resources, list).children) {
        expect(attributes['DefaultValue']!.length, attributes['id']).toBeGreaterThan(0);
        expect(attributes['DefaultValue']!.length, attributes['id']).toBeLessThanOrEqual(most);
      }
    }
    expect(elementAt(manifest, 'DisplayName').attributes['DefaultValue']!.length).toBeLessThanOrEqual(125);
    expect(elementAt(manifest, 'Description').attributes['DefaultValue']!.length).toBeLessThanOrEqual(250);
  });

  it('leads to https addresses only, all of one place', () => {
    const addresses = everything
      .flatMap(({ attributes }) => Object.values(attributes))
      .filter((value) => /^\w+:\/\//.test(value) && !isSchema(value));
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((address) => !address.startsWith('https://localhost:3000/'))).toEqual([]);
  });

  it('shows icons that exist in the size they are given for', () => {
    const sized = all(manifest, 'Image').filter(({ attributes }) => attributes['resid']);
    const icons = [
      ...sized.map(({ attributes }) => [valueOf(attributes['resid']!), Number(attributes['size'])] as const),
      [elementAt(manifest, 'IconUrl').attributes['DefaultValue']!, 32] as const,
      [elementAt(manifest, 'HighResolutionIconUrl').attributes['DefaultValue']!, 64] as const,
    ];
    for (const [address, size] of icons) expect(pngSize(address), address).toEqual([size, size]);
    for (const group of [...all(manifest, 'Group'), ...all(manifest, 'Control')]) {
      expect(elementAt(group, 'Icon').children.map(({ attributes }) => attributes['size'])).toEqual(['16', '32', '80']);
    }
  });

  it('puts the functions into the namespace COOP', () => {
    expect(valueOf(elementAt(all(manifest, 'Namespace')[0]!).attributes['resid']!)).toBe('COOP');
  });

  it('offers three buttons, and backs each command with code of the runtime', () => {
    const labels = all(manifest, 'Control').map((control) => valueOf(elementAt(control, 'Label').attributes['resid']!));
    expect(labels).toEqual(['Open pane', 'Explain cell', 'Recalculate co-op']);
    const named = all(manifest, 'FunctionName')
      .map(({ text }) => text)
      .sort();
    expect(named.length).toBeGreaterThan(0);
    expect(named).toEqual(associatedActions());
  });
});

function descendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(descendants)];
}

function valueOf(resid: string): string {
  const found = resources.children.flatMap(({ children }) => children).find(({ attributes }) => attributes['id'] === resid);
  return found?.attributes['DefaultValue'] ?? `no resource ${resid}`;
}

const isSchema = (address: string): boolean => /^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//.test(address);

/** Width and height from the header every PNG begins with. */
function pngSize(address: string): [number, number] {
  const png = readFileSync(`${ROOT}${new URL(address).pathname.slice(1)}`);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

function associatedActions(): string[] {
  const folder = `${ROOT}src/runtime/`;
  const text = readdirSync(folder)
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
    .join('\n');
  return [...text.matchAll(/Office\.actions\.associate\(\s*['"](\w+)['"]/g)].map(([, name]) => name!).sort();
}
