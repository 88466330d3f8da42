"""Peer of the benchmark of graphs: the network of crystal capsules and the crystal graph convolutions in PyTorch, one thread, CPU time of
the process.

Greets with one line of JSON; each question is a line of JSON with the name of a network, a batch of graphs, its sizes, its learned numbers in
one list, and how often a training step is to be measured. The answer holds the features of each crystal, so that who asks can see that
the networks are the same, and crystals per CPU second in training, the best of the repeats.
Filters of 3 x 3 are matrices here too: products of matrices are what PyTorch is fastest at on so small images.
"""
import json
import math
import sys
import time

try:
    import torch
except ImportError:
    print(json.dumps({"error": "PyTorch is not installed for this python3 (Debian: python3-torch)"}))
    sys.exit(0)

F = torch.nn.functional
CENTRES, CAPSULES, POSE, FEATURES, VECTOR = 40, 16, 6, 16, 256
PART = POSE + FEATURES + 1


def normalised(x):
    return F.layer_norm(x, x.shape[-1:], eps=1e-5)


def sums(x, group, groups):
    return torch.zeros(groups, x.shape[1]).index_add_(0, group, x)


def softmax_of_groups(x, group, groups):
    index = group.unsqueeze(1).expand_as(x)
    largest = torch.full((groups, x.shape[1]), -math.inf).scatter_reduce(0, index, x.detach(), "amax")
    powers = torch.exp(x - largest[group])
    return powers / sums(powers, group, groups)[group]


class Numbered(torch.nn.Module):
    """Takes its numbers from a list, in the order in which it makes its parts."""

    def __init__(self, numbers):
        super().__init__()
        self.numbers, self.at = torch.tensor(numbers), 0
        self.all = torch.nn.ParameterList()

    def finish(self, features):
        self.end = torch.nn.Linear(features, 1)
        if self.at != len(self.numbers):
            raise ValueError("%d numbers, %d are there" % (self.at, len(self.numbers)))

    def take(self, rows, columns):
        block = torch.nn.Parameter(self.numbers[self.at:self.at + rows * columns].reshape(rows, columns).clone())
        self.at += rows * columns
        self.all.append(block)
        return block

    def linear(self, inputs, outputs):
        return self.take(inputs, outputs), self.take(1, outputs)

    @staticmethod
    def map(x, layer):
        return torch.addmm(layer[1], x, layer[0])

    def forward(self, g):
        return self.end(self.features(g))


class Cgcnn(Numbered):
    """What the ends of a bond say is made once for every atom, as in ours."""

    gaussians, reach, breadth = 32, 5.0, 0.3

    def __init__(self, sizes, numbers):
        super().__init__(numbers)
        self.dropped, width, hidden = sizes["dropped"], sizes["width"], sizes["hidden"]
        self.width, self.gaussians = width, sizes["gaussians"]
        self.embeddings = [self.take(sizes[kind] + 1, width) for kind in ("elements", "groups", "periods")]
        self.convolutions = [(self.linear(width, 4 * width), self.take(self.gaussians, width), self.take(self.gaussians, width),
                              self.linear(width, width)) for _ in range(sizes["convolutions"])]
        self.of_atom, self.of_mean, self.of_formula = self.linear(width, hidden), self.linear(hidden, hidden), self.linear(width, hidden)
        self.finish(hidden)

    def features(self, g):
        first = sum(table[g[kind]] for table, kind in zip(self.embeddings, ("elements", "groups", "periods")))
        atoms = first
        for ends, gate_of_length, core_of_length, heard in self.convolutions:
            of_source, of_target = self.map(normalised(atoms), ends).split(2 * self.width, 1)
            both = of_source[g["sources"]] + of_target[g["targets"]]
            gate, core = both.split(self.width, 1)
            message = (gate + g["gaussians"] @ gate_of_length).sigmoid() * F.silu(core + g["gaussians"] @ core_of_length)
            atoms = atoms + self.map(sums(message, g["sources"], len(atoms)) * (2 * g["per_bond_of_atom"]), heard)
        mean = sums(F.silu(self.map(normalised(atoms), self.of_atom)), g["crystal_of_atom"], g["crystals"]) * g["per_atom_of_crystal"]
        mean = F.dropout(mean, self.dropped, self.training)
        formula = sums(first, g["crystal_of_atom"], g["crystals"]) * g["per_atom_of_crystal"]
        return F.silu(self.map(mean, self.of_mean)) + mean + self.map(formula, self.of_formula)


class Sen(Numbered):
    gaussians, reach, breadth = CENTRES, 6.0, 0.5

    def __init__(self, sizes, numbers):
        super().__init__(numbers)
        self.side, channels, self.loops = sizes["side"], sizes["channels"], sizes["loops"]
        self.hidden, self.kernels, self.dropped = sizes["hidden"], sizes["kernels"], sizes["dropped"]
        self.width, composition = self.side ** 2, 2 * self.hidden
        elements = sizes["elements"] + 1
        self.embedding = self.take(elements, 64)
        self.inner = self.linear(64, composition - 1)
        self.power = self.take(1, 1)
        self.messages = self.attention(2 * composition, 2 * composition, composition)
        self.pool = self.attention(composition, composition, composition)
        self.atoms, self.state = self.take(elements, 80), self.take(1, 64)
        self.of_atoms = self.chain(80, 64, self.width, 2 * self.width, self.width)
        self.of_bonds = self.chain(CENTRES, 64, self.width)
        self.of_state = self.chain(64, 64, self.width)
        self.filters = [[[self.take(count, 9) for _ in range(images)] for images, count in
                         ((4, channels // 2), (3, 2 * channels // 3), (3, 2 * channels // 3))] for _ in range(self.loops)]
        self.members, self.gates = self.linear(self.width, self.hidden), self.linear(2 * self.hidden, 3 * self.hidden)
        self.crystal = self.linear(3 * composition + 2 * self.width, 3 * VECTOR)
        self.convolutions = [self.linear(9 * (1 if i == 0 else self.kernels), self.kernels) for i in range(4)]
        self.parts = self.linear(self.kernels, CAPSULES * PART + CAPSULES)
        self.pose_first, self.pose_second = self.linear(4, 9), self.linear(36, 1)
        self.score = self.linear(POSE + FEATURES, 1)
        self.last = self.linear(2 * CAPSULES + VECTOR, 64)
        self.finish(64)
        taps = torch.full((self.width, self.width), -1, dtype=torch.long)
        for source in range(self.width):
            for to in range(self.width):
                down, right = source // self.side - to // self.side + 1, source % self.side - to % self.side + 1
                if 0 <= down < 3 and 0 <= right < 3:
                    taps[source, to] = 3 * down + right
        self.taps, self.near = taps.clamp(min=0), (taps >= 0).float()

    def chain(self, *widths):
        return [self.linear(a, b) for a, b in zip(widths, widths[1:])]

    def attention(self, inputs, hidden, outputs):
        return [self.linear(inputs, hidden), self.linear(hidden, 1), self.linear(inputs, hidden), self.linear(hidden, outputs)]

    def through(self, x, chain):
        for layer in chain:
            x = F.selu(self.map(x, layer))
        return x

    def pooled(self, x, logs, layers, group, groups):
        gate, gate_out, message, message_out = layers
        weight = softmax_of_groups(self.map(F.selu(self.map(x, gate)), gate_out) + logs, group, groups)
        return sums(self.map(F.selu(self.map(x, message)), message_out) * weight, group, groups)

    def composition(self, g):
        x = torch.cat([self.map(self.embedding[g["parts"]], self.inner), g["fractions"]], 1)
        logs = g["fractions"].log() * self.power
        for _ in range(3):
            pairs = torch.cat([x[g["pair_first"]], x[g["pair_second"]]], 1)
            x = normalised(x + self.pooled(pairs, logs[g["pair_second"]], self.messages, g["pair_first"], len(x)))
        return normalised(self.pooled(x, logs, self.pool, g["crystal_of_part"], g["crystals"]))

    def filter(self, block):
        """[width][channels * width]"""
        return (block[:, self.taps] * self.near).permute(1, 0, 2).reshape(self.width, -1)

    def softmax(self, x):
        return F.softmax(x.view(len(x), -1, self.width), 2) * self.width

    def said(self, x):
        return x.view(len(x), -1, self.width)

    def gated(self, blocks, images, over_channels=False):
        all = torch.cat([image @ self.filter(block) for image, block in zip(images, blocks)], 1)
        said, counts = all.chunk(2, 1)
        counts = self.said(counts)
        gates = F.softmax(counts, 1) * counts.shape[1] if over_channels else F.softmax(counts, 2) * self.width
        return (self.said(said) * gates).sum(1)

    def environment(self, g):
        v = self.through(self.atoms, self.of_atoms)[g["elements"]]
        e = self.through(g["gaussians"], self.of_bonds)
        u = self.through(self.state, self.of_state).expand(g["crystals"], -1)
        for bond, atom, whole in self.filters:
            source = self.said(v @ self.filter(bond[0]))[g["sources"]]
            targets = (self.softmax(u @ self.filter(bond[3]))[g["crystal_of_atom"]] * self.said(v @ self.filter(bond[1]))).sum(1)
            bonds = (source * self.softmax(e @ self.filter(bond[2]))).sum(1) + targets[g["targets"]]
            bonds = F.selu(normalised(bonds))
            mean = sums(bonds, g["sources"], len(v)) * g["per_bond_of_atom"]
            atoms = F.selu(normalised(self.gated(atom, [mean, v, u[g["crystal_of_atom"]]])))
            mean_bond = sums(bonds, g["crystal_of_bond"], g["crystals"]) * g["per_bond_of_crystal"]
            mean_atom = sums(atoms, g["crystal_of_atom"], g["crystals"]) * g["per_atom_of_crystal"]
            state = F.selu(normalised(self.gated(whole, [mean_bond, mean_atom, u], over_channels=True)))
            v, e, u = v + 0.6 * atoms, e + 0.6 * bonds, u + 0.6 * state
        return v, e, u

    def read_out(self, x, group, groups):
        members = self.map(x, self.members)
        asked = torch.zeros(groups, 2 * self.hidden)
        for _ in range(3):
            into, out, cell = self.map(asked, self.gates).chunk(3, 1)
            gate = lambda x: (0.2 * x + 0.5).clamp(0, 1)
            question = gate(out) * F.selu(gate(into) * F.selu(cell))
            likeness = (members * question[group]).sum(1, keepdim=True) / math.sqrt(self.hidden)
            weight = softmax_of_groups(likeness, group, groups)
            asked = torch.cat([question, sums(members * weight, group, groups)], 1)
        return asked

    def attended(self, x, g):
        """Atoms of a crystal attend to each other; crystals are padded to the largest."""
        padded = torch.zeros(g["crystals"] * g["most"], x.shape[1]).index_copy(0, g["place"], x).view(g["crystals"], g["most"], -1)
        likeness = padded @ padded.transpose(1, 2) / math.sqrt(x.shape[1])
        weights = F.softmax(likeness.masked_fill(~g["there"].unsqueeze(1), -math.inf), 2) * g["there"].unsqueeze(2)
        return (weights.sum(1) * g["per_atom_of_crystal"]).unsqueeze(1).bmm(padded).squeeze(1)

    def vector(self, g):
        formula = self.composition(g)
        v, e, u = self.environment(g)
        atoms = self.read_out(v, g["crystal_of_atom"], g["crystals"])
        bonds = self.read_out(e, g["crystal_of_bond"], g["crystals"])
        gate = F.softmax(formula, 1) * formula.shape[1]
        together = torch.cat([normalised(atoms) * gate, normalised(bonds), formula, normalised(u), normalised(self.attended(v, g))], 1)
        into, out, said = self.map(F.dropout(together, self.dropped, self.training), self.crystal).chunk(3, 1)
        return normalised(out.sigmoid() * torch.tanh(into.sigmoid() * said.tanh()))

    def convolved(self, x, layer, kernel, stride, before, after):
        """Weights lie tap by tap, channel by channel."""
        weight = layer[0].view(kernel, kernel, x.shape[1], -1).permute(3, 2, 0, 1)
        return F.conv2d(F.pad(x, (before, after, before, after)), weight, layer[1].view(-1), stride)

    def capsules(self, z):
        x = z.view(-1, 1, 16, 16)
        for layer, stride in zip(self.convolutions, (2, 2, 1, 1)):
            x = F.selu(self.convolved(x, layer, 3, stride, 0 if stride == 2 else 1, 1))
        maps = x.flatten(2).transpose(1, 2).reshape(-1, self.kernels)
        all = self.map(maps, self.parts).view(len(z), 16, -1)
        weights = F.softmax(all[:, :, CAPSULES * PART:], 1).unsqueeze(3)
        parts = (all[:, :, :CAPSULES * PART].view(len(z), 16, CAPSULES, PART) * weights).sum(1)
        logits = parts[:, :, -1]
        if self.training:
            logits = logits + 4 * (torch.rand_like(logits) - 0.5)
        scale = F.selu(parts[:, :, :2]) + 0.01
        sx, sy = scale[:, :, 0], scale[:, :, 1]
        angle, h = 2 * math.pi * parts[:, :, 2], torch.tanh(5 * parts[:, :, 3])
        shift, cos, sin = torch.tanh(5 * parts[:, :, 4:6]), angle.cos(), angle.sin()
        pose = torch.stack([sx * cos + h * sy * sin, -sx * sin + h * sy * cos, shift[:, :, 0], sy * sin, sy * cos, shift[:, :, 1]], 2)
        seen = self.convolved(pose.unsqueeze(1), self.pose_first, 2, 1, 0, 1)
        seen = self.convolved(seen, self.pose_second, 2, 1, 0, 1).squeeze(1)
        scores = self.map(torch.cat([seen, parts[:, :, POSE:POSE + FEATURES]], 2).view(-1, POSE + FEATURES), self.score).view(-1, CAPSULES)
        return torch.cat([scores, scores * F.softmax(logits, 1), z], 1)

    def features(self, g):
        return F.selu(self.map(self.capsules(self.vector(g)), self.last))


def batch(graphs, net):
    g = {name: torch.tensor(values) for name, values in graphs.items() if name != "crystals"}
    g["crystals"] = crystals = graphs["crystals"]
    step = net.reach / (net.gaussians - 1)
    height = math.sqrt(net.gaussians * step / (net.breadth * math.sqrt(math.pi / 2)))
    g["lengths"] = g["lengths"].unsqueeze(1)
    g["gaussians_of"] = lambda: height * torch.exp(-((g["lengths"] - step * torch.arange(net.gaussians)) / net.breadth) ** 2)
    g["fractions"] = g["fractions"].unsqueeze(1)
    count = torch.bincount(g["crystal_of_atom"], minlength=crystals)
    g["per_atom_of_crystal"] = 1.0 / count.float().unsqueeze(1)
    g["per_bond_of_crystal"] = 1.0 / torch.bincount(g["crystal_of_bond"], minlength=crystals).float().unsqueeze(1)
    g["per_bond_of_atom"] = 1.0 / torch.bincount(g["sources"], minlength=len(g["elements"])).float().unsqueeze(1)
    g["most"] = int(count.max())
    first = torch.cumsum(count, 0) - count
    within = torch.arange(len(g["elements"])) - first[g["crystal_of_atom"]]
    g["place"] = g["crystal_of_atom"] * g["most"] + within
    g["there"] = torch.arange(g["most"]).unsqueeze(0) < count.unsqueeze(1)
    return g


def answer(question):
    torch.manual_seed(1)
    net = {"sen": Sen, "cgcnn": Cgcnn}[question["network"]](question["sizes"], question["numbers"])
    g = batch(question["graphs"], net)
    targets = torch.zeros(g["crystals"], 1)
    adam = torch.optim.Adam(net.parameters(), 1e-3)

    def step():
        g["gaussians"] = g["gaussians_of"]()
        adam.zero_grad()
        F.l1_loss(net(g), targets).backward()
        adam.step()

    net.eval()
    g["gaussians"] = g["gaussians_of"]()
    with torch.no_grad():
        features = net.features(g).flatten().tolist()
    net.train()
    for _ in range(3):
        step()
    best = 0.0
    for _ in range(question["repeats"]):
        start = time.process_time()
        for _ in range(question["batches"]):
            step()
        best = max(best, g["crystals"] * question["batches"] / (time.process_time() - start))
    return {"features": features, "per_cpu_second": best}


def main():
    torch.set_num_threads(1)
    print(json.dumps({"version": "PyTorch " + torch.__version__}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
