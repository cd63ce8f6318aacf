// The bundle is the same byte for byte, from whatever folder it is built.
module.exports = { optimization: { moduleIds: 'named', chunkIds: 'named' } };
