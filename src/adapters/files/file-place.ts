/** One file of a picture. None of it comes from outside: ids are ours, names are of a list. */
export type FilePlace = { readonly tenantId: string; readonly id: string; readonly name: string };
