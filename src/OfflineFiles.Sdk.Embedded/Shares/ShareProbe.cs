using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// Tries at the root of a share, with files of marked names, what its stamps and calls are worth. What fails counts as not there; where nothing can be
/// written nothing is trusted.
/// </summary>
/// <param name="openRoot">Opens the root anew, so that what is looked up again is really looked up.</param>
/// <param name="names">Three marked names.</param>
/// <param name="time">The clock for waiting, where the share's own stands still for a second or two.</param>
internal sealed class ShareProbe(Func<DirectoryHandle> openRoot, IReadOnlyList<TemporaryName> names, TimeProvider time)
{
    // An odd second, and digits in every place.
    private static readonly DateTime SetTime = new DateTime(2001, 2, 3, 4, 5, 7, DateTimeKind.Utc).AddTicks(1_234_567);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(2.5);

    private readonly string _a = names[0].ToString();
    private readonly string _b = names[1].ToString();
    private readonly string _c = names[2].ToString();

    public async Task<ShareTraits> RunAsync(bool mayExchange, CancellationToken cancellationToken)
    {
        using var root = openRoot();
        Clean(root);
        try
        {
            if (!Holds(() => Make(root, _a, 1))) return new ShareTraits();
            var traits = await StampsAsync(root, cancellationToken).ConfigureAwait(true);
            return traits with
            {
                IsWritable = true,
                CanRenameNoReplace = Holds(() => RefusesToReplace(root)),
                CanExchange = mayExchange && Holds(() => Exchanges(root)),
                CanLink = Holds(() => Links(root)),
                IgnoresCase = Holds(() => IgnoresCase(root)),
                Normalizes = Holds(() => Normalizes(root)),
            };
        }
        finally
        {
            Clean(root);
        }
    }

    private async Task<ShareTraits> StampsAsync(DirectoryHandle root, CancellationToken cancellationToken)
    {
        var made = Look(_a);
        SetBack(root);
        var set = Look(_a);
        var isReal = await ChangeTimeMovesAsync(root, made, set, cancellationToken).ConfigureAwait(true);
        root.RenameReplace(_a, root, _b);
        var renamed = Look(_b);
        using var file = root.OpenRead(_b);
        var opened = file.Status();
        file.Read(new byte[1], 0);
        var read = Look(_b);
        return new ShareTraits
        {
            TimeStep = Math.Max(StepOf(set.Modified, made.Modified), StepOf(renamed.Modified, made.Modified)),
            ChangeTimeIsReal = isReal,
            RenameKeepsTimes = renamed.Modified == set.Modified && opened.Modified == set.Modified,
            // Some drivers keep a file that they have not sent yet beside the share, and prepare it for its reader.
            ReadingMovesTimes = read.Modified != renamed.Modified,
            IdsAreStable = made.FileId != 0
                && made.FileId == set.FileId && made.FileId == renamed.FileId && made.FileId == opened.FileId
                && !MakesUpIds(root.FileSystemName()),
        };
    }

    /// <summary>Moves with a change that sets the write time back, and is no second write time.</summary>
    private async Task<bool> ChangeTimeMovesAsync(DirectoryHandle root, FileStatus made, FileStatus set, CancellationToken cancellationToken)
    {
        // The share's clock may stand still for as long as its step.
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            if (set.Changed == set.Modified || set.Changed < made.Changed) return false;
            if (set.Changed > made.Changed) return true;
            if (waited > LongestStep) return false;
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(true);
            SetBack(root);
            set = Look(_a);
        }
    }

    private void SetBack(DirectoryHandle root)
    {
        using var file = root.OpenForMetadata(_a);
        file.SetMetadata(null, null, SetTime, null);
    }

    private bool RefusesToReplace(DirectoryHandle root)
    {
        Remake(root, 1, 2);
        if (!root.TryRenameNoReplace(_a, root, _c)) return false;
        try
        {
            return !root.TryRenameNoReplace(_c, root, _b);
        }
        // Some drivers take the flag and replace all the same.
        catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
        {
            return root.TryStatus(_c)?.Size == 1 && root.TryStatus(_b)?.Size == 2;
        }
    }

    private bool Exchanges(DirectoryHandle root)
    {
        Remake(root, 1, 2);
        return root.TryExchange(_a, _b) && root.TryStatus(_a)?.Size == 2 && root.TryStatus(_b)?.Size == 1;
    }

    private bool Links(DirectoryHandle root)
    {
        Remake(root, 1, 2);
        return root.TryLink(_a, root, _c) && root.TryStatus(_c)?.Size == 1 && root.TryStatus(_a)?.Size == 1;
    }

    private bool IgnoresCase(DirectoryHandle root)
    {
        Remake(root, 1, 2);
        return root.TryStatus(_a.ToUpperInvariant()) is not null;
    }

    private bool Normalizes(DirectoryHandle root) =>
        Make(root, names[0].Spelled(isComposed: true), 1) && root.TryStatus(names[0].Spelled(isComposed: false)) is not null;

    private void Remake(DirectoryHandle root, int lengthOfA, int lengthOfB)
    {
        Clean(root);
        Make(root, _a, lengthOfA);
        Make(root, _b, lengthOfB);
    }

    private static bool Make(DirectoryHandle root, string name, int length)
    {
        using (var file = root.CreateFile(name)) file.Write(new byte[length], 0);
        root.ReadBack(name, length);
        return true;
    }

    private FileStatus Look(string name)
    {
        using var root = openRoot();
        return root.TryStatus(name) ?? throw DurableIoException.NotFound("Probe", name);
    }

    /// <summary>Errors say that it cannot be done, unless the share itself is lost.</summary>
    private bool Holds(Func<bool> works)
    {
        try
        {
            return works();
        }
        catch (DurableIoException)
        {
            openRoot().Dispose();
            return false;
        }
    }

    private void Clean(DirectoryHandle root)
    {
        foreach (var name in (string[])[_a, _b, _c, names[0].Spelled(isComposed: true)]) root.TryRemove(name);
    }

    private static long StepOf(Int128 kept, Int128 natural)
    {
        var wanted = (Int128)(SetTime - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        if (kept == wanted) return natural % TimeSpan.NanosecondsPerTick == 0 ? TimeSpan.NanosecondsPerTick : 1;
        return Array.Find(
            [1_000, 1_000_000, 10_000_000, 1_000_000_000, 2_000_000_000L], step => kept % step == 0 && Int128.Abs(kept - wanted) < step) is > 0 and var found
            ? found
            : new ShareTraits().TimeStep;
    }

    // They number a file when it is looked up, and forget the number some time later: no try shows that.
    private static bool MakesUpIds(string fileSystem) =>
        fileSystem.Contains("fuse", StringComparison.OrdinalIgnoreCase)
        || fileSystem.Contains("fat", StringComparison.OrdinalIgnoreCase)
        || fileSystem.Contains("msdos", StringComparison.OrdinalIgnoreCase);
}
