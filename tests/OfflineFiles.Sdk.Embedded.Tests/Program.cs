using Microsoft.Testing.Platform.Builder;
using OfflineFiles.Sdk.Embedded.Tests;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Embedded.Tests.Crash;
using OfflineFiles.Sdk.Embedded.Tests.Store;

if (args is [CrashWorker.Name, var root, var seed]) return await CrashWorker.RunAsync(root, int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture));
if (args is [CrashWorker.StepsName, var cut, .. var steps]) return await CrashWorker.TakeAsync(cut, steps);
if (args is [WorkerProcess.Nothing]) return 0;
if (args is [OpenWorker.Name, var cache]) return await OpenWorker.RunAsync(cache);
if (args is [FaultWorker.Name, var home, var file, .. var versions]) return await FaultWorker.RunAsync(home, file, versions);

var builder = await TestApplication.CreateBuilderAsync(args);
builder.AddSelfRegisteredExtensions(args);
using var application = await builder.BuildAsync();
return await application.RunAsync();
