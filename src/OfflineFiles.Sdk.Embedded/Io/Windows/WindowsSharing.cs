namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>
/// What one call holds open refuses another one's way of opening it, be it for a moment only: a directory that is walked through is not renamed,
/// and one that is being renamed is not walked through. Each waits a moment for the other.
/// </summary>
internal static class WindowsSharing
{
    // Most of them sleep for as long as the system's clock takes to tick.
    private const int Attempts = 50;

    /// <summary>Calls again while somebody is at work on the entry, and gives up on who stays.</summary>
    /// <exception cref="DurableIoException">Somebody has it open (<see cref="DurableIoFault.InUse"/>), or another error at once.</exception>
    public static T Patiently<T>(Func<T> call)
    {
        for (var wait = default(SpinWait); ; wait.SpinOnce())
        {
            try
            {
                return call();
            }
            catch (DurableIoException e) when (IsForNow(e) && wait.Count < Attempts)
            {
                // Its owner is at work on it.
            }
        }
    }

    /// <inheritdoc cref="Patiently{T}"/>
    public static void Patiently(Action call) => Patiently(() =>
    {
        call();
        return true;
    });

    private static bool IsForNow(DurableIoException error) => (WindowsErrorCode)error.NativeError is
        WindowsErrorCode.SharingViolation or WindowsErrorCode.UnableToRemoveReplaced or WindowsErrorCode.UnableToMoveReplacement;
}
