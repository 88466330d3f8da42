"""Peer of the network benchmark: the same networks in PyTorch, one thread, CPU time of the process.

Usage: python3 torch_peer.py training|inference BATCH BATCHES REPEATS LAYERS
LAYERS names the filters of the convolutions and the poolings: "32 32 pool 16 16 pool 8 8"; or, for clouds
of points, their number and the widths of a point and of a cloud: "points 343 128 256 512 max 256 128".
Prints one line of JSON: version of PyTorch, images or clouds per CPU second, the best of the repeats.
"""
import json
import sys
import time

try:
    import torch
except ImportError:
    print(json.dumps({"error": "PyTorch is not installed for this python3 (Debian: python3-torch)"}))
    sys.exit(0)


class Largest(torch.nn.Module):
    def forward(self, points):
        return points.max(2).values


def of_clouds(widths):
    """Clouds [clouds][4][points]: pointwise layers, the largest over the points, dense layers."""
    body, width, pooled = [], 4, False
    for word in widths:
        if word == "max":
            body.append(Largest())
            pooled = True
            continue
        if pooled:
            body += [torch.nn.Linear(width, int(word)), torch.nn.Dropout(0.2)]
        else:
            body.append(torch.nn.Conv1d(width, int(word), 1))
        width = int(word)
        body += [torch.nn.BatchNorm1d(width), torch.nn.ReLU()]
    return torch.nn.Sequential(*body, torch.nn.Linear(width, 7))


def network(layers):
    body, channels, size = [], 3, 64
    for layer in layers.split():
        if layer == "pool":
            body.append(torch.nn.MaxPool2d(2))
            size //= 2
        else:
            body += [torch.nn.Conv2d(channels, int(layer), 7, padding=3), torch.nn.ReLU()]
            channels = int(layer)
    return torch.nn.Sequential(
        *body,
        torch.nn.Flatten(), torch.nn.Dropout(0.25),
        torch.nn.Linear(channels * size * size, 128), torch.nn.ReLU(),
        torch.nn.BatchNorm1d(128, eps=1e-3, momentum=0.01), torch.nn.Linear(128, 7))


def trainer(net, images):
    labels = torch.arange(len(images)) % 7
    adam = torch.optim.Adam(net.parameters(), 1e-3)

    def step():
        adam.zero_grad()
        torch.nn.functional.cross_entropy(net(images), labels).backward()
        adam.step()

    return step


def predictor(net, images):
    net.eval()

    def step():
        with torch.no_grad():
            torch.softmax(net(images), 1)

    return step


def main(kind, batch, batches, repeats, layers):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    words = layers.split()
    if words[0] == "points":
        net, things = of_clouds(words[2:]), torch.rand(batch, 4, int(words[1]))
    else:
        net, things = network(layers), torch.rand(batch, 3, 64, 64)
    step = trainer(net, things) if kind == "training" else predictor(net, things)
    step()
    step()
    best = 0.0
    for _ in range(repeats):
        start = time.process_time()
        for _ in range(batches):
            step()
        best = max(best, batch * batches / (time.process_time() - start))
    print(json.dumps({"version": "PyTorch " + torch.__version__, "per_cpu_second": best}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
