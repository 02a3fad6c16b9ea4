/** Taking along what is seen. */
export const exports = {
  label: 'Export',
  table: 'Table, CSV',
  relations: 'Relations, CSV',
  nodes: 'Nodes, CSV',
  matrix: 'Matrix, CSV',
  json: 'Data, JSON',
  graphml: 'Network, GraphML',
  gexf: 'Network, GEXF',
  link: 'Copy the link',
  cite: 'Copy a citation',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying',
  making: 'The file is being made…',
  saved: 'Saved {{name}}',
  failed: 'The file could not be fetched.',
  titled: '{{title}} ({{filters}})',
  citation:
    'Jiyao: minutes of {{issuer}}, {{title}}, {{period}}. Data version {{version}}, taken on {{day}} from {{url}}',
} as const
