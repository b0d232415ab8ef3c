using OfflineFiles.Sdk.Cim;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>Writes progress as the provider's texts, <c>Reason:Result:ResultText:Path</c>, the result as a signed number.</summary>
internal sealed class ProviderProgress(Action<string> texts) : IProgress<OperationProgress>
{
    public void Report(OperationProgress value)
    {
        var code = value.Outcome is { } outcome ? ProviderMethods.CodeOf(outcome) : NativeCodes.Success;
        // System messages end with a line break and may hold colons.
        var text = code == 0 ? "The operation completed successfully.\r\n" : $"0x{code:X8}: {value.Outcome!.Message ?? "Unspecified error"}\r\n";
        texts($"{(int)value.Reason}:{code}:{text}:{value.Path}");
    }
}
