using Quickstart;
try
{
    var options = TourOptions.Parse(args);
    if (options.Help)
    {
        Console.WriteLine(TourOptions.HelpText);
        return 0;
    }

    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stop.Cancel();
    };

    using var stage = Stage.Prepare(options);
    await new Tour(stage).RunAsync(stop.Token);
    return 0;
}
catch (UsageException error)
{
    Console.Error.WriteLine($"quickstart: {error.Message} Try --help.");
    return 2;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("quickstart: stopped.");
    return 130;
}
catch (Exception error)
{
    Console.Error.WriteLine($"quickstart: {error.Message.ReplaceLineEndings(" ")}");
    return 1;
}
