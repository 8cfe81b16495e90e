using GaitSense.Core;
using GaitSense.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Clinic.Accounts;

/// <summary>Makes accounts, changes and deletes them.</summary>
internal sealed class AccountBook(AccountContext db, UserManager<Account> users, TimeProvider clock)
{
    /// <summary>Whether nobody has an account yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken stop) => !await db.Users.AnyAsync(stop);

    /// <summary>All accounts, by user name.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken stop) => await db.Users.AsNoTracking().OrderBy(a => a.UserName).ToListAsync(stop);

    /// <summary>An account by user name; null: there is none.</summary>
    public Task<Account?> FindAsync(string user) => users.FindByNameAsync(user);

    /// <summary>The user name behind a pseudonym of the audit; the pseudonym where the account is gone.</summary>
    public async Task<string> NameOfAsync(string pseudonym, CancellationToken stop) => await db.Users.Where(a => a.Id == pseudonym).Select(a => a.UserName).FirstOrDefaultAsync(stop) ?? pseudonym;

    /// <summary>Makes an account.</summary>
    /// <exception cref="StoreException">The name, the password or a role cannot be, or the name is taken.</exception>
    public async Task<Account> AddAsync(string user, string password, IReadOnlyCollection<string> roles)
    {
        if (UserName.WhyNot(user) is { } why) throw new StoreException(StoreFailure.Refused, why);
        if (roles.Count == 0 || roles.Except(Roles.All, StringComparer.Ordinal).Any()) throw new StoreException(StoreFailure.Refused, $"an account has roles: {string.Join(", ", Roles.All)}");
        Account account = new() { UserName = user, RoleWords = string.Join(',', Roles.All.Where(r => roles.Contains(r, StringComparer.Ordinal))), CreatedUs = Times.Us(clock.GetUtcNow()) };
        Check(await users.CreateAsync(account, password));
        return account;
    }

    /// <summary>Changes a password; sessions elsewhere end.</summary>
    /// <exception cref="StoreException">The old one is another, or the new one cannot be.</exception>
    public async Task ChangePasswordAsync(Account account, string old, string next) => Check(await users.ChangePasswordAsync(account, old, next));

    /// <summary>Sets a password with a code of <see cref="PasswordReset"/>: its sessions end everywhere, and what was tried too often is forgotten.</summary>
    /// <returns>Whether the code is the account's, and nobody used it before.</returns>
    /// <exception cref="StoreException">The password cannot be; the code may be used again.</exception>
    public async Task<bool> ResetPasswordAsync(Account account, string code, string next, CancellationToken stop)
    {
        if (await PasswordReset.FindAsync(db, account, code, clock.GetUtcNow(), stop) is not { } kept) return false;
        foreach (IPasswordValidator<Account> rule in users.PasswordValidators) Check(await rule.ValidateAsync(users, account, next));
        if (!await PasswordReset.UseAsync(db, account, kept, stop)) return false;
        account.PasswordHash = users.PasswordHasher.HashPassword(account, next);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        Check(await users.UpdateSecurityStampAsync(account)); // ends them, and keeps the rest
        return true;
    }

    /// <summary>Deletes an account. The last administrator stays.</summary>
    /// <exception cref="StoreException">It is the last administrator.</exception>
    public async Task DeleteAsync(Account account, CancellationToken stop)
    {
        if (account.RoleList.Contains(Roles.Admin, StringComparer.Ordinal) && (await ListAsync(stop)).Count(a => a.RoleList.Contains(Roles.Admin, StringComparer.Ordinal)) == 1)
            throw new StoreException(StoreFailure.Refused, "this is the last administrator: make another first");
        Check(await users.DeleteAsync(account));
    }

    private static void Check(IdentityResult result)
    {
        if (result.Succeeded) return;
        IdentityError first = result.Errors.First();
        throw first.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateUserName) => new StoreException(StoreFailure.Conflict, "there is an account of that name"),
            nameof(IdentityErrorDescriber.PasswordTooShort) => new StoreException(StoreFailure.Refused, "a password has at least 12 characters: take a few words"),
            nameof(IdentityErrorDescriber.PasswordMismatch) => new StoreException(StoreFailure.Refused, "the old password is another"),
            _ => new StoreException(StoreFailure.Refused, OutsideText.Line(first.Description).TrimEnd('.')),
        };
    }
}
