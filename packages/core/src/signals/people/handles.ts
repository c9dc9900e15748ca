import { Tag } from '../../tag.js';
import { Kind, type Tokens } from '../../tokens.js';
import type { OwnNames } from './context.js';

const firm =
  /clinic|medspa|med_spa|spa$|_spa|derm|aesthet|esthetic|studio|salon|dental|ortho|surgery|surgeon|wellness|health|chamber|foodbank|food_bank|photo|foundation|official|magazine|gym|fitnessclub|cafe|coffee|bakery|boutique|hotel|events|catering|florist|flowers|skincare|cosmetic|pharma|academy|institute|university|college|school|library|museum|police|firedept|charity|rescue|shelter|realty|bank|media|agency|marketing|design|collective|group|company|brand|shop|store|market|beauty(?:bar|co|lab)|lab$|labs|usa$|_tx$|community|podcast|news|tv$|radio/;
const brands =
  /^@(?:allergan|botox|juvederm|galderma|restylane|dysport|merz|xeomin|radiesse|evolus|jeuveau|revance|daxxify|rha|inmode|morpheus8|btl|emsculpt|solta|cutera|cynosure|lumenis|sciton|candela|alle|aspire|skinceuticals|skinmedica|skinbetter|zo_?skin|obagi|eltamd|alastin|revision|hydrafacial|diamondglow|coolsculpting|sofwave|ultherapy|thermage|fraxel|kybella|latisse|sculptra|novo|lilly|invisalign|spark|ormco|colgate|oralb|google|yelp|realself|types|media|import|charset|font-face|keyframes|supports|layer|param|return|todo)/;

/** Turns Tag.handle into Tag.ownhandle where a handle is the practice's, a partner's, a brand's or a firm's. */
export function tagHandles(tokens: Tokens, own: OwnNames): void {
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== Kind.handle) continue;
    const handle = tokens.word[token] as string;
    if (!isOwn(handle, own)) continue;
    tokens.tags[token] = ((tokens.tags[token] as number) & ~Tag.handle) | Tag.ownhandle;
  }
}

function isOwn(handle: string, own: OwnNames): boolean {
  if (own.handles.has(handle) || brands.test(handle) || firm.test(handle)) return true;
  if (
    /^@(?:dr|doctor|nurse|injector)[._]?[a-z]|(?:[._](?:md|rn|np|pa|dds|dmd|le|aprn|injects|injector)|md|injects|injector|nurse)$/.test(
      handle,
    )
  )
    return true;
  const bare = handle.replace(/[^a-z]/g, '');
  if (
    own.practice.length > 0 &&
    bare.startsWith(
      own.practice
        .join('')
        .replace(/[^a-z]/g, '')
        .slice(0, 6),
    )
  )
    return true;
  for (const name of own.staff) if (name.length > 4 && bare.includes(name)) return true;
  return false;
}
