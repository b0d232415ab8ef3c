using CsCheck;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

/// <summary>What a preview says is what then happens, and the preview itself makes nothing happen.</summary>
public abstract class PreviewConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly UncPath[] Places =
        [CacheScene.Share, CacheScene.Plans, CacheScene.Plan2024, CacheScene.At(@"plans\2025.txt"), CacheScene.Readme, CacheScene.At(@"plans\new.txt"), CacheScene.Gone];

    private static readonly Gen<UncPath> Place = OneOf(Places);

    private static readonly Gen<PinControlFlags> Reasons =
        OneOf(PinControlFlags.ForUser, PinControlFlags.ForAll, PinControlFlags.ForUser | PinControlFlags.ForUserPolicy);

    private static readonly Gen<PinOptions> Pinning = Gen.Select(Reasons, Gen.Bool, Gen.Bool, (reasons, fill, deep) =>
        new PinOptions { Flags = reasons | (fill ? PinControlFlags.Fill : PinControlFlags.None), Deep = deep });

    private static readonly Gen<Scenario> Scenarios = Gen.Select(
        Gen.Select(Place, Pinning).Array[0, 3], OneOf(CacheScene.Plan2024, CacheScene.Readme, CacheScene.At(@"plans\new.txt")).Array[0, 2],
        (pins, changes) => new Scenario(pins, changes));

    [Test]
    public Task Deleting_does_what_its_preview_says() => HoldsAsync(
        Gen.UInt[0, 7].Select(flags => new DeleteOptions { Flags = (DeleteFlags)flags }),
        (cache, paths, options) => cache.WhatIf.DeleteItemsAsync(paths, options),
        (cache, paths, options) => cache.DeleteItemsAsync(paths, options),
        (verdict, before, after) => verdict switch
        {
            PreviewVerdict.WouldChange => after is null,
            PreviewVerdict.WouldBeSpared => after is not null,
            PreviewVerdict.WouldFail => before is null,
            _ => false,
        });

    [Test]
    public Task Pinning_does_what_its_preview_says() => HoldsAsync(
        Pinning,
        (cache, paths, options) => cache.WhatIf.PinAsync(paths, options),
        (cache, paths, options) => cache.PinAsync(paths, options),
        (verdict, before, after) => verdict switch
        {
            PreviewVerdict.WouldChange => State(before) != State(after),
            PreviewVerdict.Unchanged or PreviewVerdict.WouldBeSpared => State(before) == State(after),
            PreviewVerdict.Unknown => before is null,
            _ => false,
        });

    [Test]
    public Task Unpinning_does_what_its_preview_says() => HoldsAsync(
        Gen.Select(Reasons, Gen.Bool, (reasons, deep) => new UnpinOptions { Flags = reasons, Deep = deep }),
        (cache, paths, options) => cache.WhatIf.UnpinAsync(paths, options),
        (cache, paths, options) => cache.UnpinAsync(paths, options),
        (verdict, before, after) => verdict switch
        {
            PreviewVerdict.WouldChange => State(before) != State(after),
            PreviewVerdict.Unchanged => before is not null && State(before) == State(after),
            PreviewVerdict.WouldFail => before is null,
            _ => false,
        });

    [Test]
    public async Task A_transition_does_what_its_preview_says_and_comes_back()
    {
        await Cache.PinAsync(CacheScene.Readme);

        var offline = await Cache.WhatIf.TransitionOfflineAsync(CacheScene.Readme);
        var again = await Cache.WhatIf.TransitionOnlineAsync(CacheScene.Readme);
        await Cache.TransitionOfflineAsync(CacheScene.Readme);
        var online = await Cache.WhatIf.TransitionOnlineAsync(CacheScene.Readme);

        Assert.That(
            new[] { offline, again, online }.Select(preview => (preview.Items.Single().Path, preview.Items.Single().Verdict)),
            Is.EqualTo(new[] { (CacheScene.Share, PreviewVerdict.WouldChange), (CacheScene.Share, PreviewVerdict.Unchanged), (CacheScene.Share, PreviewVerdict.WouldChange) }));
    }

    [Test]
    public async Task Synchronising_out_brings_to_the_server_what_its_preview_says()
    {
        await Cache.PinAsync(CacheScene.Share);
        await Cache.TransitionOfflineAsync(CacheScene.Share);
        await Scene.WriteLocallyAsync(CacheScene.Readme, "changed here");
        await Cache.TransitionOnlineAsync(CacheScene.Share);

        var preview = await Cache.WhatIf.SynchronizeAsync(new SyncOptions { Flags = SyncControlFlags.SyncOut });

        Assert.That(preview.With(PreviewVerdict.WouldChange).Select(item => item.Path), Is.EqualTo(new[] { CacheScene.Readme }));
        Assert.That(await Scene.ReadOnShareAsync(CacheScene.Readme), Is.EqualTo("read me"));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private async Task HoldsAsync<TOptions>(
        Gen<TOptions> options,
        Func<OfflineFilesCache, UncPath[], TOptions, Task<OperationPreview>> preview,
        Func<OfflineFilesCache, UncPath[], TOptions, Task<OperationReport>> operation,
        Func<PreviewVerdict, OfflineFilesItem?, OfflineFilesItem?, bool> agrees) =>
        await Gen.Select(Scenarios, Place.Array[1, 2], options).SampleAsync(
            async (scenario, paths, chosen) =>
            {
                await using var scene = await World.OpenAsync();
                await scenario.PlayAsync(scene);
                var before = await RowsAsync(scene);

                var foretold = await preview(scene.Cache, paths, chosen);
                var untouched = await RowsAsync(scene);
                await operation(scene.Cache, paths, chosen);
                var after = await RowsAsync(scene);

                return Same(before, untouched)
                    && foretold.Items.Count > 0
                    && foretold.Items.All(item => agrees(item.Verdict, before.GetValueOrDefault(item.Path), after.GetValueOrDefault(item.Path)))
                    // A server goes with its last share.
                    && before.Values.All(item => item.ItemType == OfflineFilesItemType.Server || foretold.Items.Any(told => told.Path == item.Path)
                        || State(item) == State(after.GetValueOrDefault(item.Path)));
            },
            iter: LawBudget.Of(25),
            threads: 1,
            print: tuple => $"{tuple.Item1} then {string.Join(", ", tuple.Item2.Select(path => path.Name))} with {tuple.Item3}");

    private static async Task<Dictionary<UncPath, OfflineFilesItem>> RowsAsync(CacheScene scene) =>
        (await scene.Cache.Items.ToListAsync()).ToDictionary(item => item.Path);

    private static bool Same(Dictionary<UncPath, OfflineFilesItem> one, Dictionary<UncPath, OfflineFilesItem> other) =>
        one.Count == other.Count && one.All(pair => State(pair.Value) == State(other.GetValueOrDefault(pair.Key)));

    private static string State(OfflineFilesItem? item) => item is null ? "gone" : $"{item.PinInfo?.PinnedForUser} {item.PinInfo?.PinnedForUserByPolicy} "
        + $"{item.PinInfo?.PinnedForComputer} {item.PinInfo?.PinnedForFolderRedirection} {item.Sparse} {item.ChangeInfo?.Dirty}";

    /// <summary>What the cache holds when it is asked: some pins, and changes made offline, after which it stays offline.</summary>
    private sealed record Scenario((UncPath Path, PinOptions Options)[] Pins, UncPath[] Changes)
    {
        public async Task PlayAsync(CacheScene scene)
        {
            foreach (var (path, options) in Pins) await scene.Cache.PinAsync(path, options);
            if (Changes.Length == 0 || await scene.Cache.FindAsync(CacheScene.Share) is null) return;
            await scene.Cache.TransitionOfflineAsync(CacheScene.Share);
            foreach (var path in Changes)
            {
                if (await scene.Cache.FindAsync(path.Parent!) is not null) await scene.WriteLocallyAsync(path, "changed here");
            }
        }

        public override string ToString() =>
            $"{string.Join(", ", Pins.Select(pin => $"{pin.Path.Name} ({pin.Options.Flags}, deep {pin.Options.Deep})"))} then offline {string.Join(", ", Changes.Select(path => path.Name))}";
    }
}
