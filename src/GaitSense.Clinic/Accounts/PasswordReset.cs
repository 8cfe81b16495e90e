using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Clinic.Accounts;

/// <summary>
/// A way back for who forgot the password and has nobody to make an account anew: a code that is given where the store is, by a command, and taken at the desk of that computer. It lasts for minutes, opens one account,
/// and is used once; the account keeps its hash.
/// </summary>
public static class PasswordReset
{
    private const string Provider = "gaitsense", Name = "password-reset";

    /// <summary>How long a code lasts.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Gives a code for an account; one that was given before is void.</summary>
    /// <param name="store">The store, as its owner opened it.</param>
    /// <param name="user">The account's user name.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="StoreException">There is no account of that name.</exception>
    public static async Task<string> GiveAsync(TrainingStore store, string user, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(user);
        await AccountContext.MigrateAsync(store.Location, stop).ConfigureAwait(false);
        AccountContext db = AccountContext.Open(store.Location);
        await using (db.ConfigureAwait(false))
        {
            string normal = new UpperInvariantLookupNormalizer().NormalizeName(user);
            Account account = await db.Users.FirstOrDefaultAsync(a => a.NormalizedUserName == normal, stop).ConfigureAwait(false)
                ?? throw new StoreException(StoreFailure.NotFound, $"{OutsideText.Line(user)}: no account of {store.Location.Name} has that name");
            string code = ShortCode.New();
            await Of(db, account.Id).ExecuteDeleteAsync(stop).ConfigureAwait(false);
            db.UserTokens.Add(new IdentityUserToken<string> { UserId = account.Id, LoginProvider = Provider, Name = Name, Value = string.Create(CultureInfo.InvariantCulture, $"{Times.Us(now + Lasts)} {Sha256Hex.Of(ShortCode.Plain(code))}") });
            await db.SaveChangesAsync(stop).ConfigureAwait(false);
            await store.Audit.AddAsync("password reset begun", what: account.Id, cancellation: stop).ConfigureAwait(false);
            return code;
        }
    }

    /// <summary>What an account keeps of its code, where a typed one is that and still lasts; else null.</summary>
    internal static async Task<string?> FindAsync(AccountContext db, Account account, string typed, DateTimeOffset now, CancellationToken stop)
    {
        string? kept = await Of(db, account.Id).Select(t => t.Value).FirstOrDefaultAsync(stop);
        return kept?.Split(' ') is [var until, var hash] && long.Parse(until, CultureInfo.InvariantCulture) >= Times.Us(now) && string.Equals(hash, Sha256Hex.Of(ShortCode.Plain(typed)), StringComparison.Ordinal) ? kept : null;
    }

    /// <summary>Uses a code up; false: somebody was first.</summary>
    internal static async Task<bool> UseAsync(AccountContext db, Account account, string kept, CancellationToken stop) => await Of(db, account.Id).Where(t => t.Value == kept).ExecuteDeleteAsync(stop) == 1;

    private static IQueryable<IdentityUserToken<string>> Of(AccountContext db, string account) => db.UserTokens.AsNoTracking().Where(t => t.UserId == account && t.LoginProvider == Provider && t.Name == Name);
}
