using System.Globalization;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.LiveSmoke;
// What the library sees on a real machine; it only reads. Arguments: the machine as a connection string (cim: is this one) and how many items to show (10).
// Ends with 0 when everything works, 1 when something does not, 2 when there is no Offline Files to look at.

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};

try
{
    await using var backend = CimBackend.Connect(args is [{ Length: > 0 } machine, ..] ? machine : "cim:");
    var items = args is [_, var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 10;
    return (int)await new LiveLook(backend, items, Console.Out).RunAsync(interrupted.Token);
}
catch (CimPlatformException error)
{
    Console.WriteLine(error.Message);
    return (int)ExitCode.NotHere;
}
catch (OfflineFilesException error)
{
    Console.WriteLine($"{error.GetType().Name}: {error.Message}");
    return (int)ExitCode.Failed;
}
