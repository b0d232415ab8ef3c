namespace OfflineFiles.Sdk.Cim.Options;

/// <summary>What can be the name of an account. A text that cannot be one may hold a password that was joined to it, so nobody shows it.</summary>
internal static class AccountSyntax
{
    /// <summary>What may be written, as the end of a sentence.</summary>
    public const string Allowed = @"domain\user or user@domain, and no password";

    // What Windows allows in no name of an account (Microsoft Learn: SAM-Account-Name) is what a password was joined with.
    private const string NotInAccounts = "\"/[]:;|=,+*?<>";
    private static readonly char[] Parts = ['\\', '@'];

    public static bool IsAccount(string text) =>
        !string.IsNullOrWhiteSpace(text)
        && !text.Any(c => NotInAccounts.Contains(c))
        && text.IndexOfAny(Parts) == text.LastIndexOfAny(Parts)
        && ReadableText.IsReadable(text);

    /// <summary>The account as one text.</summary>
    public static string Join(CimAccount account) =>
        string.IsNullOrEmpty(account.Domain) ? account.UserName ?? "" : $@"{account.Domain}\{account.UserName}";
}

/// <summary>What can be the name of a namespace.</summary>
internal static class NamespaceSyntax
{
    /// <summary>What may be written, as the end of a sentence.</summary>
    public const string Allowed = "a namespace like root/cimv2";

    public static bool IsNamespace(string text) =>
        text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '\\');
}
