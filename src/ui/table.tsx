import type { ComponentChildren } from 'preact';

export type Column<Row> = {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** `number`: set to the right; `code`: never broken over two lines. */
  readonly figures?: Figures | undefined;
};

type Figures = 'number' | 'code';

export type TableProps<Row> = {
  readonly caption: string;
  /** Where a heading right above says the same. */
  readonly isCaptionUnseen?: boolean | undefined;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
};

/** On a narrow screen each row becomes a block with its labels; the roles keep it a table for who listens to it. */
export const Table = <Row,>({ caption, isCaptionUnseen = false, columns, rows, rowKey }: TableProps<Row>) => (
  <table class="table" role="table">
    <caption class={isCaptionUnseen ? 'unseen' : undefined}>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th key={column.label} role="columnheader" scope="col" class={column.figures}>
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={rowKey(row)} role="row">
          {columns.map((column, index) => (
            <Cell key={column.label} column={column} row={row} isName={index === 0} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

type CellProps<Row> = { readonly column: Column<Row>; readonly row: Row; readonly isName: boolean };

const Cell = <Row,>({ column, row, isName }: CellProps<Row>) =>
  isName ? (
    <th role="rowheader" scope="row" class={column.figures}>
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" data-label={column.label} class={column.figures}>
      {column.cell(row)}
    </td>
  );
