import { notFound } from '../../grid/excel-error';
import { newId } from '../../grid/new-id';
import type { RichApi } from '../rich-api';
import { wireObject, type WireObject, type WireType } from '../wire-object';

interface SettingState {
  key: string;
}

function setting({ book }: RichApi, key: string): WireObject<SettingState> | null {
  return book.settings.has(key) ? wireObject('Setting', { key }) : null;
}

function demand<T>(value: T | null | undefined, location: string): T {
  if (value === null || value === undefined) throw notFound(location);
  return value;
}

/** SettingCollection: values stored in the document. */
export const settingCollectionType: WireType<object> = {
  items: (_state, { book }) => [...book.settings.keys()].map((key) => wireObject('Setting', { key })),
  item: (_state, api, key: string) => demand(setting(api, key), 'SettingCollection.getItem'),
  call: {
    Add: (_state, { book }, key: string, value: unknown) => {
      book.demandWritable('SettingCollection.add');
      book.settings.set(key, value);
      return wireObject('Setting', { key });
    },
    GetCount: (_state, { book }) => book.settings.size,
    GetItem: (_state, api, key: string) => demand(setting(api, key), 'SettingCollection.getItem'),
    GetItemOrNullObject: (_state, api, key: string) => setting(api, key),
  },
};

/** Setting. */
export const settingType: WireType<SettingState> = {
  id: ({ key }) => key,
  idKey: '_Id',
  get: { Key: ({ key }) => key, Value: ({ key }, { book }) => book.settings.get(key) },
  set: { Value: ({ key }, value: unknown, { book }) => void book.settings.set(key, value) },
  call: { Delete: ({ key }, { book }) => void book.settings.delete(key) },
};

interface XmlPart {
  id: string;
  namespace: string;
  xml: string;
}

interface XmlPartsState {
  namespace?: string;
}

function parts({ namespace }: XmlPartsState, { book }: RichApi): XmlPart[] {
  return [...book.xmlParts.values()].filter((part) => namespace === undefined || part.namespace === namespace);
}

function xmlPart(part: XmlPart | null | undefined): WireObject<XmlPart> | null {
  return part ? wireObject('CustomXmlPart', part) : null;
}

function partById(state: XmlPartsState, api: RichApi, id: string): WireObject<XmlPart> | null {
  return xmlPart(parts(state, api).find((part) => part.id === id));
}

/** CustomXmlPartCollection, of all parts or of one namespace. */
export const customXmlPartCollectionType: WireType<XmlPartsState> = {
  items: (state, api) => parts(state, api).map((part) => xmlPart(part)!),
  item: (state, api, id: string) => demand(partById(state, api, id), 'CustomXmlPartCollection.getItem'),
  call: {
    Add: (_state, { book }, xml: string) => {
      book.demandWritable('CustomXmlPartCollection.add');
      const part = { id: newId(), namespace: /xmlns(?::\w+)?=["']([^"']*)["']/.exec(xml)?.[1] ?? '', xml };
      book.xmlParts.set(part.id, part);
      return xmlPart(part);
    },
    GetByNamespace: (_state, _api, namespace: string) => wireObject('CustomXmlPartScopedCollection', { namespace }),
    GetCount: (state, api) => parts(state, api).length,
    GetItem: (state, api, id: string) => demand(partById(state, api, id), 'CustomXmlPartCollection.getItem'),
    GetItemOrNullObject: partById,
    GetOnlyItem: (state, api) => {
      const [only, ...others] = parts(state, api);
      return demand(others.length ? null : xmlPart(only), 'CustomXmlPartCollection.getOnlyItem');
    },
    GetOnlyItemOrNullObject: (state, api) => {
      const [only, ...others] = parts(state, api);
      return others.length ? null : xmlPart(only);
    },
  },
};

/** CustomXmlPart. */
export const customXmlPartType: WireType<XmlPart> = {
  id: ({ id }) => id,
  get: { Id: ({ id }) => id, NamespaceUri: ({ namespace }) => namespace },
  call: {
    Delete: ({ id }, { book }) => void book.xmlParts.delete(id),
    GetXml: ({ xml }) => xml,
    SetXml: (part, _api, xml: string) => {
      part.xml = xml;
    },
  },
};
