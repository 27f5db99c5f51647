/** 'getRange' of 'GetRange', as the API is documented. */
export function publicName(wireName: string): string {
  return wireName.startsWith('_') ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

/** A member under its own spelling: office.js sends some names in other cases. */
export function findMember(members: object | undefined, name: string): string | undefined {
  if (!members) return undefined;
  if (Object.hasOwn(members, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(members).find((key) => key.toLowerCase() === wanted);
}
