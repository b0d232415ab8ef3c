namespace OfflineFiles.Sdk.Embedded.Tests.Histories;

/// <summary>What is done, and the seed of everything else: the traits of the share, the order of its listings, what a power cut takes.</summary>
internal sealed record History(int Seed, int[] Steps)
{
    public IEnumerable<History> Smaller()
    {
        for (var length = Steps.Length / 2; length > 0; length /= 2)
            for (var i = 0; i + length <= Steps.Length; i += length) yield return this with { Steps = [.. Steps[..i], .. Steps[(i + length)..]] };
        if (Seed % 4 != 0) yield return this with { Seed = 0 };
    }

    public override string ToString() => $"new({Seed}, [{string.Join(", ", Steps)}])";
}
