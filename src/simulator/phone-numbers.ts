import type { CampaignSpec } from "#providers/simulation.ts";

/** Which countries a campaign's contacts live in; `mixed` is mostly North America. */
export type NumberPlan = CampaignSpec["numbers"];

const areaCodes = (
  "201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 " +
  "256 260 262 267 269 270 272 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 " +
  "330 331 334 336 337 339 346 347 351 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 " +
  "424 425 430 432 434 435 440 442 443 458 469 470 475 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 " +
  "517 518 520 530 531 534 539 540 541 551 559 561 562 563 567 570 571 573 574 575 580 585 586 601 602 603 605 606 607 608 " +
  "609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 657 660 661 662 667 678 681 682 701 702 703 " +
  "704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 737 740 747 754 757 760 762 763 765 769 770 772 " +
  "773 774 775 779 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 848"
).split(" ");

/** Spreads 0 … size − 1 over itself; the factor is a prime that divides no size used here. */
function spread(index: number, size: number): number {
  return (index * 15_485_863 + 7_919) % size;
}

const digits = (value: number, length: number): string => String(value).padStart(length, "0");

/** 555-01xx is set aside for fiction; beyond it, other 555 lines, which reach nobody either. */
function northAmerican(index: number): string {
  const areas = areaCodes.length;
  const fiction = areas * 100;
  const inFiction = index < fiction;
  const place = inFiction ? spread(index, fiction) : spread(index - fiction, areas * 9_800);
  const line = inFiction ? 100 + Math.floor(place / areas) : 200 + Math.floor(place / areas);
  return `+1${areaCodes[place % areas] ?? "202"}555${digits(line, 4)}`;
}

/** Ofcom's drama range 07700 900xxx, then the rest of 07700 9. */
const british = (index: number): string =>
  `+4477009${digits(index < 1_000 ? spread(index, 1_000) : 1_000 + spread(index - 1_000, 99_000), 5)}`;

/** No Indian mobile number begins with 5. */
const indian = (index: number): string => `+9155555${digits(spread(index, 100_000), 5)}`;

/** No Japanese mobile number goes on with 0 after 090. */
const japanese = (index: number): string => `+81900${digits(spread(index, 10_000_000), 7)}`;

/**
 * The number of a campaign's contact, E.164; no two contacts of a campaign share
 * one (up to 2,000,000 contacts when mixed, 100,000 otherwise), and none reaches a person.
 */
export function phoneNumber(plan: NumberPlan, contact: number): string {
  if (plan === "gb") return british(contact);
  if (plan === "in") return indian(contact);
  if (plan === "jp") return japanese(contact);
  switch (contact % 20) {
    case 7:
      return british(Math.floor(contact / 20));
    case 11:
      return indian(Math.floor(contact / 20));
    case 13:
      return japanese(Math.floor(contact / 20));
    default:
      return northAmerican(contact);
  }
}
