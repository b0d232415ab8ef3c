using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>The seam over Microsoft.Management.Infrastructure. The namespace is given on every call: instances do not always know theirs.</summary>
internal sealed class MmiTransport(CimSession session, string namespaceName, bool leaveOpen, AnswerLimits limits) : ICimTransport
{
    private const string Dialect = "WQL";

    private readonly Func<CimInstance, CimRow> _row = instance => MmiCopy.Row(instance, limits);

    public IAsyncEnumerable<CimRow> QueryAsync(CimQuery query, CancellationToken cancellationToken) =>
        PulledResults.ReadAsync(token => Instances(query, token), _row, cancellationToken);

    public IAsyncEnumerable<CimRow> SubscribeAsync(string wql, CancellationToken cancellationToken) => MmiOperation.RunAsync(
        (options, _) => session.SubscribeAsync(namespaceName, Dialect, wql, options), result => MmiCopy.Event(result, limits), cancellationToken);

    public async ValueTask<CimRow?> GetAsync(CimRow key, CancellationToken cancellationToken)
    {
        try
        {
            return await MmiOperation.RunAsync(
                (options, resources) => session.GetInstanceAsync(namespaceName, resources.Keep(MmiInput.Instance(key, namespaceName)), options),
                _row,
                cancellationToken).LastAsync().ConfigureAwait(false);
        }
        catch (CimTransportException error) when (error.IsNotFound)
        {
            return null;
        }
    }

    public async ValueTask<CimClassDefinition?> GetClassAsync(string className, CancellationToken cancellationToken)
    {
        try
        {
            return await MmiOperation.RunAsync(
                (options, _) => session.GetClassAsync(namespaceName, className, options),
                MmiCopy.Class,
                cancellationToken).LastAsync().ConfigureAwait(false);
        }
        catch (CimTransportException error)
            when (error.IsNotFound || error.Status == CimStatus.InvalidClass || error.NativeCode == NativeCodes.WmiInvalidClass)
        {
            return null;
        }
    }

    // The instance is read first and sent back with the values changed: of one made here a server could take what is not said for NULL.
    public async Task ModifyAsync(CimModification modification, CancellationToken cancellationToken)
    {
        var instance = await MmiOperation.LastNativeAsync(
            (options, _) => session.EnumerateInstancesAsync(namespaceName, modification.ClassName, options), cancellationToken).ConfigureAwait(false)
            ?? throw new CimTransportException(CimStatus.NotFound, $"There is no instance of {modification.ClassName}.");
        await MmiOperation.RunAsync(
            (options, resources) =>
            {
                MmiInput.Change(resources.Keep(instance), modification.Values);
                return session.ModifyInstanceAsync(namespaceName, instance, options);
            },
            _row,
            cancellationToken).LastAsync().ConfigureAwait(false);
    }

    public async Task<CimCallResult> InvokeAsync(CimMethodCall call, Action<string>? texts, CancellationToken cancellationToken)
    {
        var replies = MmiOperation.RunAsync(
            (options, resources) =>
            {
                var parameters = resources.Keep(MmiInput.Parameters(call.Arguments));
                return call.Instance is { } key
                    ? session.InvokeMethodAsync(
                        namespaceName, resources.Keep(MmiInput.Instance(key, namespaceName)), call.MethodName, parameters, options)
                    : session.InvokeMethodAsync(namespaceName, call.ClassName, call.MethodName, parameters, options);
            },
            result => MmiCopy.Reply(result, limits),
            cancellationToken,
            Listen);
        object? returnValue = null;
        var outParameters = new List<KeyValuePair<string, object?>>();
        await foreach (var reply in replies.ConfigureAwait(false))
        {
            if (reply.Text is { } text) texts?.Invoke(text);
            returnValue = reply.ReturnValue ?? returnValue;
            // A method may send its out parameters apart from its return value (observed provider behaviour).
            if (reply.OutParameters is { } values) outParameters.AddRange(values.Values.Where(value => value.Value is not null));
            if (outParameters.Count > limits.Values) throw Unfit.TooManyAnswers(limits.Values);
        }

        return returnValue is not null && CimValue.TryUInt32(returnValue, out var code)
            ? new CimCallResult(code, new CimRow("__PARAMETERS", outParameters))
            : throw new CimTransportException(
                CimStatus.Failed, $"{call} ended with the return value '{ReadableText.Of($"{returnValue}")}', which is no code.");
    }

    public async Task TestAsync(CancellationToken cancellationToken) =>
        await MmiOperation.RunAsync((_, _) => session.TestConnectionAsync(), _row, cancellationToken).LastAsync().ConfigureAwait(false);

    public ValueTask DisposeAsync()
    {
        if (!leaveOpen) session.Dispose();
        return default;
    }

    private IEnumerable<CimInstance> Instances(CimQuery query, CancellationToken cancellationToken)
    {
        using var options = new CimOperationOptions { CancellationToken = cancellationToken, KeysOnly = query.KeysOnly };
        foreach (var instance in session.QueryInstances(namespaceName, Dialect, query.Text, options)) yield return instance;
    }

    // Texts go through the queue like results: a caller's code never runs on the native thread.
    private static void Listen(CimOperationOptions options, ResultQueue<MmiReply> queue)
    {
        options.WriteMessage = (_, message) => Say(queue, message);
        options.WriteProgress = (activity, current, status, _, _) =>
        {
            Say(queue, activity);
            Say(queue, current);
            Say(queue, status);
        };
    }

    private static void Say(ResultQueue<MmiReply> queue, string? text)
    {
        if (!string.IsNullOrEmpty(text)) queue.Add(MmiReply.Says(text!));
    }
}
