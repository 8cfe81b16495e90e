using GaitSense.Clinic.Accounts;
using GaitSense.Storage;

namespace GaitSense.Clinic.Api;

/// <summary>Whose line it is in the audit while nobody has signed in yet.</summary>
internal static class Auditor
{
    /// <summary>Nobody that is known: a sign-in that failed. It sees nobody.</summary>
    public static Actor Nobody { get; } = new("nobody", PersonScope.MembersOf("nobody"));

    /// <summary>An account that signs in.</summary>
    public static Actor Of(Account account) => new(account.Id, PersonScope.MembersOf(account.Id));
}
