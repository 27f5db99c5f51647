/** A member's documented name: 'getRange' for 'GetRange'. */
export function publicName(wireName: string): string {
  return wireName.startsWith('_') ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

/** A member's own spelling: office.js sends some names in a different case. */
export function findMember(members: object | undefined, name: string): string | undefined {
  if (!members) return undefined;
  if (Object.hasOwn(members, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(members).find((key) => key.toLowerCase() === wanted);
}
