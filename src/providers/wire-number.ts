import { z } from "zod";

/** A number, or its plain decimal spelling: a database's decimals often arrive as "80.00". */
export const Numeric = z.union([z.number(), z.string().regex(/^-?\d{1,15}(\.\d{1,15})?$/).transform(Number)]);

/** A count of things. More than there can be people counts nothing; below that, sums of thousands of counts stay exact. */
export const Count = Numeric.pipe(z.int().nonnegative().max(1e12));

/** A length of time in any unit of the wire; the cap keeps a wild one finite in every other unit. */
export const Length = Numeric.pipe(z.number().nonnegative().max(1e9));
