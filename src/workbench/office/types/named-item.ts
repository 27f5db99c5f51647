import { addressOf } from '../../grid/a1';
import { notFound } from '../../grid/excel-error';
import type { Name } from '../../grid/names';
import type { RichApi } from '../rich-api';
import { isWireObject, rangeObject, wireObject, type RangeState, type WireObject, type WireType } from '../wire-object';

interface NamedItemState {
  id: string;
}

function current({ id }: NamedItemState, { book }: RichApi): Name {
  const name = book.names.all.find((candidate) => candidate.id === id);
  if (!name) throw notFound('NamedItem');
  return name;
}

function find({ book }: RichApi, key: string): WireObject<NamedItemState> | null {
  const name = book.names.find(key);
  return name ? wireObject('NamedItem', { id: name.id }) : null;
}

function demand<T>(value: T | null, location: string): T {
  if (value === null) throw notFound(location);
  return value;
}

function formulaOf(name: Name): string {
  return `=${name.formulaOrRefString.replace(/^=/, '')}`;
}

/** NamedItemCollection. */
export const namedItemCollectionType: WireType<object> = {
  items: (_state, { book }) => book.names.all.map(({ id }) => wireObject('NamedItem', { id })),
  item: (_state, api, key: string) => demand(find(api, key), 'NamedItemCollection.getItem'),
  call: {
    Add: (_state, { book }, name: string, reference: unknown, comment?: string) => {
      const refersTo = isWireObject(reference)
        ? book.names.absolute((reference.state as RangeState).area)
        : book.names.refersTo(String(reference));
      return wireObject('NamedItem', { id: book.names.add(name, refersTo, comment).id });
    },
    GetCount: (_state, { book }) => book.names.all.length,
    GetItem: (_state, api, key: string) => demand(find(api, key), 'NamedItemCollection.getItem'),
    GetItemOrNullObject: (_state, api, key: string) => find(api, key),
  },
};

/** NamedItem. */
export const namedItemType: WireType<NamedItemState> = {
  id: (state, api) => current(state, api).name,
  idKey: '_Id',
  get: {
    Comment: (state, api) => current(state, api).comment ?? '',
    Formula: (state, api) => formulaOf(current(state, api)),
    Name: (state, api) => current(state, api).name,
    Scope: () => 'Workbook',
    Type: (state, api) => {
      const name = current(state, api);
      if (api.book.names.area(name)) return 'Range';
      return Number.isNaN(Number(formulaOf(name).slice(1))) ? 'String' : 'Double';
    },
    Value: (state, api) => {
      const name = current(state, api);
      const area = api.book.names.area(name);
      if (area) return addressOf(area);
      const text = formulaOf(name).slice(1);
      return Number.isNaN(Number(text)) ? text.replace(/^"|"$/g, '') : Number(text);
    },
    Visible: (state, api) => !current(state, api).hidden,
  },
  set: {
    Comment: (state, comment: string, api) => api.book.names.change(current(state, api), { comment }),
    Formula: (state, formula: string, api) =>
      api.book.names.change(current(state, api), { formulaOrRefString: api.book.names.refersTo(formula) }),
    Visible: (state, visible: boolean, api) => api.book.names.change(current(state, api), { hidden: !visible }),
  },
  call: {
    Delete: (state, api) => api.book.names.remove(current(state, api)),
    GetRange: (state, api) => rangeObject(demand(api.book.names.area(current(state, api)), 'NamedItem.getRange')),
    GetRangeOrNullObject: (state, api) => rangeObject(api.book.names.area(current(state, api))),
  },
};
