using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks/OfflineFiles.Sdk.Benchmarks -- --filter '*Parse*' --job short
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
