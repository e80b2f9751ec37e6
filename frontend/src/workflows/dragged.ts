/** What a step of the palette is called while it is dragged. */
export const DRAGGED_TYPE = 'application/x-atelier-node'
