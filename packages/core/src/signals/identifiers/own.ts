import type { PracticeProfile } from '../../profile.js';
import { digitsOf } from './validators.js';

const emergency = /^(?:911|988|311|18002221222|8002221222|18004321000)$/;
const roles =
  /^(?:info|hello|hi|contact|office|frontdesk|front\.desk|reception|admin|support|help|press|media|privacy|billing|careers|jobs|hr|appointments?|bookings?|book|team|marketing|events|feedback|concierge|care|clinic|noreply|no-reply|news|newsletter|webmaster|web|accounts|sales|liaison|manager|advocate|questions|records|compliance|legal|scheduling|patient\.?relations|guestrelations)(?:[+.@-]|$)/i;

/** Says of contact data whether it is the practice's own or nobody's: the profile's, a role address, an example, an emergency line. */
export function ownContact(profile: PracticeProfile): (kind: string, value: string) => boolean {
  const phones = new Set(profile.phones.map((phone) => digitsOf(phone).slice(-10)));
  const domains = profile.domains.map((domain) =>
    domain.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)?/, ''),
  );
  const handles = new Set(
    [...profile.handles, ...profile.partners].map((handle) =>
      handle.toLowerCase().replace(/^@?/, '@'),
    ),
  );
  const addresses = profile.addresses.map((address) => squashed(address));
  return (kind, value) => {
    if (kind === 'PHONE')
      return phones.has(digitsOf(value).slice(-10)) || emergency.test(digitsOf(value));
    if (kind === 'EMAIL' || kind === 'URL')
      return domains.some((domain) => domain !== '' && value.toLowerCase().includes(domain));
    if (kind === 'HANDLE') return handles.has(value.toLowerCase());
    if (kind === 'ADDRESS')
      return addresses.some(
        (address) =>
          address !== '' &&
          (squashed(value).startsWith(address.slice(0, 12)) ||
            address.startsWith(squashed(value).slice(0, 12))),
      );
    return false;
  };
}

/** An address that a role answers rather than a person: info@, press@. */
export function isRoleAddress(email: string): boolean {
  return roles.test(email);
}

/** A domain or number that stands for no one: .example, example.com, 555-01xx. RFC 2606; NANPA. */
export function isPlaceholder(kind: string, value: string): boolean {
  if (kind === 'PHONE') return /555[ .)-]{0,2}01\d{2}$/.test(value);
  return /\.(?:example|test|invalid|localhost)(?:[/:?#]|$)|[@./]example\.(?:com|org|net)/i.test(
    value,
  );
}

function squashed(address: string): string {
  return address.toLowerCase().replace(/[^a-z0-9]/g, '');
}
