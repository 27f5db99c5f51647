import type { QueryInfo } from './batch';
import { findMember, publicName } from './members';
import type { RichApi } from './rich-api';
import type { WireObject, WireType } from './wire-object';

/** The ID and reference that are part of every answer about an object. */
export function identity(api: RichApi, object: WireObject): Record<string, unknown> {
  const type = api.typeOf(object);
  const identity: Record<string, unknown> = {};
  if (type.id) identity[type.idKey ?? 'Id'] = type.id(object.state, api);
  if (object.reference) identity._ReferenceId = object.reference;
  return identity;
}

/** The properties that a load requests. */
export function project(api: RichApi, object: WireObject, query: QueryInfo | undefined): Record<string, unknown> | null {
  const type = api.typeOf(object);
  const select = [...(query?.Select?.length ? query.Select : ['*']), ...(query?.Expand ?? []).map((name) => `${name}/*`)];
  const answer = identity(api, object);
  if (type.items) return projectItems(api, object, type, select, query, answer);
  const nested = new Map<string, string[]>();
  for (const path of select) {
    if (path === '*' || path === '$all') {
      for (const [name, get] of Object.entries(type.get ?? {})) if (api.has(object.type, name)) answer[name] = get(object.state, api);
      continue;
    }
    const end = path.search(/[/.]/);
    const head = end < 0 ? path : path.slice(0, end);
    api.demand(object.type, head);
    const scalar = findMember(type.get, head);
    const property = findMember(type.nav, head);
    if (end < 0 && scalar) answer[scalar] = type.get![scalar]!(object.state, api);
    else if (property) nested.set(property, [...(nested.get(property) ?? []), end < 0 ? '*' : path.slice(end + 1)]);
    else throw api.missing(`${object.type}.${publicName(head)}`);
  }
  for (const [name, parts] of nested) {
    const part = type.nav![name]!(object.state, api);
    answer[name] = part && project(api, part, { Select: parts });
  }
  return answer;
}

function projectItems(
  api: RichApi,
  object: WireObject,
  type: WireType<unknown>,
  select: string[],
  query: QueryInfo | undefined,
  answer: Record<string, unknown>,
): Record<string, unknown> {
  const ownNames = select.filter((name) => name !== '*' && findMember(type.get, name));
  for (const name of ownNames) {
    const member = findMember(type.get, name)!;
    answer[member] = type.get![member]!(object.state, api);
  }
  const rest = select.filter((name) => !ownNames.includes(name)).map((name) => name.replace(/^items[/.]/i, ''));
  if (!rest.length) return answer;
  const skip = query?.Skip ?? 0;
  const items = type.items!(object.state, api).slice(skip, query?.Top ? skip + query.Top : undefined);
  answer._Items = items.map((item) => project(api, item, { Select: rest.map((name) => (name === 'items' ? '*' : name)) }));
  return answer;
}
