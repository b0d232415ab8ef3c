namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>The time that one run of a query has, counted from when this is made.</summary>
internal sealed class QueryDeadline(TimeSpan limit, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    public bool HasPassed => Left <= TimeSpan.Zero;

    private TimeSpan Left => limit - time.GetElapsedTime(_started);

    /// <summary>A token that ends with the caller's or with the deadline, whichever is first.</summary>
    public Token Link(CancellationToken caller) => new(Left > TimeSpan.Zero ? Left : TimeSpan.Zero, time, caller);

    internal sealed class Token : IDisposable
    {
        private readonly CancellationTokenSource _timer;
        private readonly CancellationTokenSource _either;

        public Token(TimeSpan left, TimeProvider time, CancellationToken caller)
        {
#if NET
            _timer = new CancellationTokenSource(left, time);
#else
            _timer = time.CreateCancellationTokenSource(left);
#endif
            _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer.Token);
            Caller = caller;
        }

        public CancellationToken Caller { get; }

        public CancellationToken Either => _either.Token;

        public bool HasPassed => _timer.IsCancellationRequested;

        public void Dispose()
        {
            _either.Dispose();
            _timer.Dispose();
        }
    }
}
