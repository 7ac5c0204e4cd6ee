import { z } from "zod";

// Schemas are compiled with `new Function` otherwise, which our content security policy forbids.
z.config({ jitless: true });
