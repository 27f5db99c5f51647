import { comparableId } from './partner-id';

/** A Partner ID, and the name that people gave it, if any. */
export interface Partner {
  /** As people wrote it. */
  partnerId: string;
  partnerName?: string;
}

/** The names of Partner IDs, by their comparable IDs. */
export type PartnerNames = ReadonlyMap<string, string>;

/** The country group or partner type of Partner IDs, as people wrote it, by their comparable IDs. */
export type PartnerGroups = ReadonlyMap<string, string>;

/** The most characters of a name in the pane; the sheet may have longer ones. */
export const MAX_PARTNER_NAME = 60;

/** Between a name and its Partner ID. */
export const NAME_SEPARATOR = ' · ';

/** How a Partner ID reads everywhere: after its name, if it has one, such as "US · 1234567". */
export const describePartner = ({ partnerId, partnerName }: Partner): string =>
  partnerName ? `${partnerName}${NAME_SEPARATOR}${partnerId}` : partnerId;

/** Adds its name to whatever has a Partner ID. */
export function withPartnerName<P extends Partner>(partner: P, names: PartnerNames): P {
  const partnerName = names.get(comparableId(partner.partnerId));
  return partnerName ? { ...partner, partnerName } : partner;
}
