/** Name of the SQLite file in the server's data folder. */
export const DATABASE_FILE = 'ownit.db'
