// node answer.cjs MODEL IMAGES ANSWERS: a model's answers by onnxruntime-node to float32 images [N][3][64][64], little endian.
const fs = require('node:fs');
const runtime = require('onnxruntime-node');

async function main([model, images, answers]) {
  const bytes = fs.readFileSync(images);
  const pixels = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const shape = [pixels.length / (3 * 64 * 64), 3, 64, 64];
  const session = await runtime.InferenceSession.create(model);
  const found = await session.run({ images: new runtime.Tensor('float32', pixels, shape) });
  const rows = ({ data, dims }) =>
    Array.from({ length: dims[0] }, (_, i) => Array.from(data.slice(i * dims[1], (i + 1) * dims[1])));
  fs.writeFileSync(
    answers,
    JSON.stringify({ probabilities: rows(found.probabilities), features: rows(found.features) })
  );
}

main(process.argv.slice(2)).catch((failure) => {
  console.error(failure);
  process.exit(1);
});
