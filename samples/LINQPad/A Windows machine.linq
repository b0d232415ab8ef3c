<Query Kind="Statements">
  <NuGetReference>OfflineFiles.Sdk.Cim</NuGetReference>
  <Namespace>OfflineFiles.Sdk</Namespace>
  <Namespace>OfflineFiles.Sdk.Cim</Namespace>
  <Namespace>OfflineFiles.Sdk.Linq</Namespace>
  <Namespace>System.Threading.Tasks</Namespace>
</Query>

// The Offline Files of this Windows machine, only read. It needs Windows with the feature Offline Files; elsewhere it says what is missing.
// For another machine write CimBackend.Remote("pc42"): your account needs the right to use WMI there.

CimBackend backend;
try
{
    backend = CimBackend.Local();
}
catch (CimPlatformException error)
{
    error.Message.Dump("Not here. The samples of OfflineFiles.Sdk.Embedded run on any machine");
    return;
}

// Disposing the cache disposes its backend.
await using var cache = new OfflineFilesCache(backend);
var test = await backend.TestConnectionAsync();
test.ToString().Dump("Can it be used?");
if (!test.IsUsable) return;

(await cache.GetAsync()).Dump("The cache");

// The shares are few: one query, and a look at each.
var shares = await cache.Items.Where(i => i.ItemType == OfflineFilesItemType.Share).ToListAsync();
shares.Dump("Shares, online or not, and why");

// What would be lost with this machine. Windows goes through its whole cache for it, so it can take a while.
// It is what your account may see: other users of the machine have files of their own.
var dirty = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.ChangeInfo.Dirty);
dirty.ToWql().Dump("Asked of Windows");
(await dirty.ToListAsync()).Dump("Not on the server yet");

// Why is a file pinned? There are four reasons, and they can hold at once.
var pinned = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.PinInfo.Pinned).Take(20);
(await pinned.ToListAsync()).Select(i => new { i.ItemPath, Why = i.PinInfo.ToString() }).Dump("Pinned");

// What an operation would do. Nothing is done: only cache.SynchronizeAsync would.
if (shares.Count > 0) (await cache.WhatIf.SynchronizeAsync(shares[0].Path)).Dump($"What synchronising {shares[0].ItemPath} would do");
