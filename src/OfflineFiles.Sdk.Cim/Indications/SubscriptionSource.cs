using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Indications;

/// <summary>
/// Has WMI look at the cache and listens to its events. One that is lost is taken up again; what happened meanwhile nobody knows.
/// </summary>
internal sealed class SubscriptionSource(ICimTransport transport, CimChangeOptions options, WqlDialect dialect, TimeProvider time) : IChangeSource
{
    private readonly string _query = new WqlEventQuery(
        WqlEventClasses.InstanceOperation,
        new WqlIsA(new WqlProperty("TargetInstance"), OfflineFilesSchema.Item.Name),
        options.PollingInterval).ToString(dialect);

    public async Task RunAsync(ChangeWatch watch, CancellationToken cancellationToken)
    {
        watch.Chosen(CimChangeSource.Subscription);
        var interval = new AdaptiveInterval(options);
        while (true)
        {
            Exception? loss = null;
            try
            {
                await ListenAsync(watch, cancellationToken).ConfigureAwait(false);
            }
            catch (CimTransportException error) when (!IsRefusal(error))
            {
                // It was there and is not any more, or the machine cannot be reached now: both pass.
                loss = error;
            }
            catch (CimTransportException error)
            {
                throw CimErrors.NoEvents(error);
            }

            interval.Looked(TimeSpan.Zero, somethingHappened: watch.LoseSight(loss));
            await watch.PauseAsync(interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ListenAsync(ChangeWatch watch, CancellationToken cancellationToken)
    {
        var events = transport.SubscribeAsync(_query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                var next = events.MoveNextAsync().AsTask();
                watch.Begin();
                // Nothing says that it is listening again, except an event, or an interval without a failure.
                var endedSoon = watch.IsBlind
                    && await next.EndsWithinAsync(options.PollingInterval, time, CancellationToken.None).ConfigureAwait(false);
                if (!endedSoon) watch.See(knowsWhatHappened: false);
                if (!await next.ConfigureAwait(false)) return;
                watch.See(knowsWhatHappened: false);
                watch.Tell(EventMapper.Changes(events.Current));
            }
        }
    }

    // What will be the same the next time: the machine has no such events, does not read the query, or has not the memory for it.
    private static bool IsRefusal(CimTransportException error) => !error.IsUnreachable && (error.Status is
        CimStatus.InvalidQuery or CimStatus.QueryLanguageNotSupported or CimStatus.NotSupported or CimStatus.InvalidClass
        or CimStatus.InvalidNamespace or CimStatus.InvalidParameter or CimStatus.NotFound or CimStatus.AccessDenied
        or CimStatus.ServerLimitsExceeded || error.NativeCode is
        NativeCodes.WmiInvalidQuery or NativeCodes.WmiNotSupported or NativeCodes.WmiQuotaViolation or NativeCodes.WmiInvalidClass
        or NativeCodes.WmiNotFound or NativeCodes.WmiAccessDenied);
}
