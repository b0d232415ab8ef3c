using BenchmarkDotNet.Running;
using OfflineFiles.Sdk.Benchmarks.Changes;
using OfflineFiles.Sdk.Benchmarks.Cim;
using OfflineFiles.Sdk.Benchmarks.Embedded;
using OfflineFiles.Sdk.Benchmarks.Translate;
// dotnet run -c Release --project benchmarks/OfflineFiles.Sdk.Benchmarks -- --filter '*Parse*' --job short
switch (args)
{
    case [FirstTranslation.Name, .. var rest]:
        FirstTranslation.Run(rest);
        break;
    case [ChangeCost.Name]:
        await ChangeCost.RunAsync();
        break;
    case [FillTime.Name, .. var rest]:
        await FillTime.RunAsync(rest);
        break;
    case [QuietPass.Name, .. var rest]:
        await QuietPass.RunAsync(rest);
        break;
    case [StreamingMemory.Name]:
        await StreamingMemory.RunAsync();
        break;
    case [OpeningTime.Name, .. var rest]:
        await OpeningTime.RunAsync(rest);
        break;
    case [LargeCache.Name, .. var rest]:
        await LargeCache.RunAsync(rest);
        break;
    case [SubtreeOperations.Name, .. var rest]:
        await SubtreeOperations.RunAsync(rest);
        break;
    case [LargeFiles.Name, .. var rest]:
        await LargeFiles.RunAsync(rest);
        break;
    case [CalmUnderLoad.Name, .. var rest]:
        await CalmUnderLoad.RunAsync(rest);
        break;
    case [CimStreaming.Name]:
        await CimStreaming.RunAsync();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
