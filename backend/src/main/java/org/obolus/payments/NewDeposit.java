package org.obolus.payments;

import org.obolus.accounts.AccountId;
import org.obolus.money.Money;
import org.obolus.web.NextPage;

/** What somebody wants to add to their funds, and where they go on after the checkout. */
public record NewDeposit(AccountId account, Money amount, NextPage returnTo) {}
